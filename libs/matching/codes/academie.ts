import { canonicalText } from '../labels/fold.ts';
import type { Brand } from './brand.ts';

/** An académie of the national directory: two digits (`10` for Lyon). */
export type Academie = Brand<'Academie'>;

/**
 * The académies in use, by code, with their name and the départements of each: the three digits that begin a UAI
 * (Corse counts as 620 and 720 there, Nouvelle-Calédonie as 983, Polynésie as 984). Source: the ministry's table of
 * départements, académies and régions, 2025; Caen and Rouen are Normandie since 2020.
 */
const TABLE: readonly (readonly [code: string, nom: string, departements: string])[] = [
  ['01', 'Paris', '075'],
  ['02', 'Aix-Marseille', '004 005 013 084'],
  ['03', 'Besançon', '025 039 070 090'],
  ['04', 'Bordeaux', '024 033 040 047 064'],
  ['06', 'Clermont-Ferrand', '003 015 043 063'],
  ['07', 'Dijon', '021 058 071 089'],
  ['08', 'Grenoble', '007 026 038 073 074'],
  ['09', 'Lille', '059 062'],
  ['10', 'Lyon', '001 042 069'],
  ['11', 'Montpellier', '011 030 034 048 066'],
  ['12', 'Nancy-Metz', '054 055 057 088'],
  ['13', 'Poitiers', '016 017 079 086'],
  ['14', 'Rennes', '022 029 035 056'],
  ['15', 'Strasbourg', '067 068'],
  ['16', 'Toulouse', '009 012 031 032 046 065 081 082'],
  ['17', 'Nantes', '044 049 053 072 085'],
  ['18', 'Orléans-Tours', '018 028 036 037 041 045'],
  ['19', 'Reims', '008 010 051 052'],
  ['20', 'Amiens', '002 060 080'],
  ['22', 'Limoges', '019 023 087'],
  ['23', 'Nice', '006 083'],
  ['24', 'Créteil', '077 093 094'],
  ['25', 'Versailles', '078 091 092 095'],
  ['27', 'Corse', '620 720'],
  ['28', 'La Réunion', '974'],
  ['31', 'Martinique', '972'],
  ['32', 'Guadeloupe', '971 977 978'],
  ['33', 'Guyane', '973'],
  ['40', 'Nouvelle-Calédonie', '983 988'],
  ['41', 'Polynésie française', '984 987'],
  ['42', 'Wallis-et-Futuna', '986'],
  ['43', 'Mayotte', '976 985'],
  ['44', 'Saint-Pierre-et-Miquelon', '975'],
  ['70', 'Normandie', '014 027 050 061 076'],
];

/** Names and codes that catalogues still write, and the académie that they now are. */
const AUTRES: readonly (readonly [string, string])[] = [
  ['05', '70'],
  ['21', '70'],
  ['caen', '70'],
  ['rouen', '70'],
  ['reunion', '28'],
  ['corse du sud', '27'],
  ['haute corse', '27'],
];

const key = (text: string): string =>
  canonicalText(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

const BY_TEXT: ReadonlyMap<string, string> = new Map([
  ...TABLE.flatMap(([code, nom]): [string, string][] => [
    [code, code],
    [key(nom), code],
  ]),
  ...AUTRES,
]);

const BY_DEPARTEMENT: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(([code, , departements]) =>
    departements.split(' ').map((departement): [string, string] => [departement, code]),
  ),
);

/** Every académie in use, by code: what a list to choose from shows. */
export const ACADEMIES: readonly { readonly code: Academie; readonly nom: string }[] = TABLE.map(
  ([code, nom]) => ({ code: code as Academie, nom }),
);

/**
 * The académie that a cell names, by its name or its code, or null.
 *
 * @example parseAcademie(' ORLEANS-TOURS ') // '18'
 */
export function parseAcademie(text: string): Academie | null {
  const wanted = key(text).replace(/^academie (?:de |d )?/, '');
  return (BY_TEXT.get(/^\d$/.test(wanted) ? `0${wanted}` : wanted) as Academie | undefined) ?? null;
}

/** The académie of an establishment, from the département that begins its UAI; null where none has it. */
export function academieOfUai(uai: string): Academie | null {
  return (BY_DEPARTEMENT.get(uai.slice(0, 3)) as Academie | undefined) ?? null;
}
