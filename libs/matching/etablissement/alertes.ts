import { readMef } from '../codes/mef.ts';
import type { Certification } from '../concordance/certification.ts';
import { situationAt } from '../concordance/opening.ts';
import type { Plateforme } from '../formation.ts';
import type { IsoDate } from '../reference-data.ts';
import { fichesFinies, type EntreeFiches } from './alerte-rncp.ts';
import { jourFrancais, type Controle } from './controle.ts';

/** What goes wrong at the rentrée if nobody acts before the campaign. */
export const TYPES_ALERTE = [
  'CODE_FERME_AVANT_RENTREE',
  'CODE_DISPARU',
  'FICHE_RNCP_FINIE',
  'MEF_DUREE_INCOHERENTE',
  'UAI_FERMEE',
  'HABILITATION_FINISSANTE',
] as const;
export type TypeAlerte = (typeof TYPES_ALERTE)[number];

/** Who can mend it. */
export const ACTEURS = ['etablissement', 'carif_oref', 'rectorat', 'dne', 'certificateur'] as const;
export type Acteur = (typeof ACTEURS)[number];

/** One alert of one row; rows with the same type and key are one alert on the page. */
export interface AlerteFormation {
  readonly type: TypeAlerte;
  /** What it is about: a certification, a fiche RNCP, a MEF, a UAI, an habilitation (`SIRET RNCP`). */
  readonly cle: string;
  readonly acteur: Acteur;
  readonly date: IsoDate | null;
  /** A French sentence. */
  readonly detail: string;
}

/** What is known of a MEF in N_MEF, in years. */
export interface DureeMef {
  readonly duree: number | null;
  readonly annee: number | null;
}

/** What the alerts read of a row. */
export interface EntreeAlertes extends Omit<EntreeFiches, 'rentree'> {
  readonly plateforme: Plateforme;
  readonly rentree: IsoDate;
  /** The certification that is kept. */
  readonly certification: Certification | undefined;
  /** The certification of the CFD that the row gives, which the kept one may have replaced. */
  readonly donnee: Certification | undefined;
  /** The MEF that the row gives, as written. */
  readonly mef: string | null;
  /** The same in N_MEF. */
  readonly dureeMef: DureeMef | undefined;
  /** The row's own label, which Affelnet begins with year, family and duration (`1CAP2`). */
  readonly libelle: string;
  readonly uai: string | null;
  readonly siret: string | null;
  readonly controles: readonly Controle[];
}

/** The alerts of one row, in the order of `TYPES_ALERTE`, one a type and key. */
export function alertesDeFormation(entree: EntreeAlertes): AlerteFormation[] {
  return [
    ...certifications(entree),
    ...fiches(entree),
    ...mef(entree),
    ...uai(entree),
    ...habilitation(entree),
  ];
}

/** Who edits the codes of a row: each platform has its own. */
const QUI_CODE: Readonly<Record<Plateforme, Acteur>> = {
  parcoursup: 'etablissement',
  affelnet: 'rectorat',
  apprentissage: 'carif_oref',
  generique: 'etablissement',
};

function certifications({ certification, donnee, rentree, plateforme }: EntreeAlertes): AlerteFormation[] {
  const distinct = [...new Set([donnee, certification])].filter((one) => one !== undefined);
  const closed = distinct.flatMap((one): AlerteFormation[] => {
    const { code, dateOuverture: ouverture, dateFermeture: fermeture, libelle } = one;
    if (situationAt({ ouverture, fermeture }, rentree) !== 'fermee') return [];
    return [
      {
        type: 'CODE_FERME_AVANT_RENTREE',
        cle: code,
        acteur: QUI_CODE[plateforme],
        date: fermeture,
        detail: `${code} (${libelle}) est fermé${fermeture === null ? '' : ` depuis le ${jourFrancais(fermeture)}`}.`,
      },
    ];
  });
  const gone = distinct
    .filter(({ presence }) => presence === 'ancienne')
    .map(({ code, libelle }): AlerteFormation => ({
      type: 'CODE_DISPARU',
      cle: code,
      acteur: 'dne',
      date: null,
      detail: `${code} (${libelle}) n'est plus dans le dernier instantané de sa nomenclature.`,
    }));
  return [...closed, ...gone];
}

/** Where another fiche replaced it, the catalogue must name that one; else the registration must be renewed. */
function fiches({ plateforme, ...entree }: EntreeAlertes): AlerteFormation[] {
  return fichesFinies(entree).map(({ code, date, successeurs, detail }) => ({
    type: 'FICHE_RNCP_FINIE',
    cle: code,
    acteur: successeurs.length > 0 ? QUI_CODE[plateforme] : 'certificateur',
    date,
    detail,
  }));
}

/** `1CAP2 …`: first year of a CAP in two years. */
const MNEMONIQUE = /^\s*([1-4])\s?[A-Z][A-Z ]*?([1-4])(?=\s|$)/;

/**
 * A MEF says its duration and its year (9th and 10th characters); N_MEF says them again, and Affelnet's label a third
 * time. They must agree, and no year may come after the last.
 */
function mef({ mef: written, dureeMef, libelle, plateforme }: EntreeAlertes): AlerteFormation[] {
  const code = written === null ? null : (readMef(written)?.mef ?? null);
  if (code === null) return [];
  const duree = digit(code.charAt(8));
  const annee = digit(code.charAt(9));
  const said = MNEMONIQUE.exec(libelle);
  const [anneeDite, dureeDite] =
    plateforme === 'affelnet' && said ? [digit(said[1]), digit(said[2])] : [null, null];
  const why =
    duree !== null && annee !== null && annee > duree
      ? `donne une année ${String(annee)} pour une durée de ${years(duree)}`
      : differ(duree, dureeMef?.duree)
        ? `dit ${years(duree)}, N_MEF dit ${years(dureeMef?.duree ?? null)}`
        : differ(annee, dureeMef?.annee)
          ? `dit l'année ${String(annee)}, N_MEF dit l'année ${String(dureeMef?.annee)}`
          : differ(duree, dureeDite)
            ? `dit ${years(duree)}, le libellé dit ${years(dureeDite)}`
            : differ(annee, anneeDite)
              ? `dit l'année ${String(annee)}, le libellé dit l'année ${String(anneeDite)}`
              : null;
  if (why === null) return [];
  const acteur =
    differ(duree, dureeMef?.duree) || differ(annee, dureeMef?.annee) ? 'dne' : QUI_CODE[plateforme];
  return [{ type: 'MEF_DUREE_INCOHERENTE', cle: code, acteur, date: null, detail: `Le MEF ${code} ${why}.` }];
}

const digit = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]$/.test(text) ? Number(text) : null;
const years = (n: number | null): string => (n === 1 ? '1 an' : `${String(n)} ans`);
const differ = (one: number | null, other: number | null | undefined): boolean =>
  one !== null && other !== null && other !== undefined && one !== other;

function uai({ uai: code, controles }: EntreeAlertes): AlerteFormation[] {
  const found = controles.find(({ motif }) => motif === 'UAI_FERMEE');
  if (found === undefined || code === null) return [];
  return [{ type: 'UAI_FERMEE', cle: code, acteur: 'rectorat', date: found.date, detail: found.detail }];
}

/** An habilitation that is over at the rentrée, or that ends before the next one. */
function habilitation({ siret, controles }: EntreeAlertes): AlerteFormation[] {
  const found = controles.find(
    ({ motif }) => motif === 'HABILITATION_FINISSANTE' || motif === 'HABILITATION_TERMINEE',
  );
  if (found?.objet === undefined || siret === null) return [];
  const { date, detail, objet: rncp } = found;
  return [
    { type: 'HABILITATION_FINISSANTE', cle: `${siret} ${rncp}`, acteur: 'etablissement', date, detail },
  ];
}
