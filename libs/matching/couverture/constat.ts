import type { CodeCertification } from '../match-result.ts';
import { isCouvert, isSousLeSeuil, type Chiffres, type ChiffresTrouves } from './chiffres.ts';
import { codesChiffresOf, codesInverses } from './codes-chiffres.ts';
import type { Piste } from './pistes.ts';
import {
  chiffresOf,
  rattacher,
  type ContexteRattachement,
  type FormationARattacher,
  type Rattachement,
} from './rattacher.ts';

/** A certification that a common first year leads to, with its figures at the places of the row. */
export interface Terminale {
  readonly certification: CodeCertification;
  readonly couvert: boolean;
  readonly trouve: ChiffresTrouves | null;
}

/** What the ways of a row have found. */
export interface Constat {
  /** The certification that the row leads to; null where there is none, or several. */
  readonly certification: CodeCertification | null;
  readonly certificationsAuDepart: number;
  readonly couvertesAuDepart: number;
  readonly anneesTerminales: number;
  readonly sousLeSeuil: boolean;
  /** The figures, those withheld without their rates; null where nothing tells whose they would be. */
  readonly trouve: ChiffresTrouves | null;
  /** Of a first year shared by several certifications. */
  readonly terminales: readonly Terminale[];
  readonly couvert: boolean;
}

/** Follows the ways, then says what they lead to. */
export function constaterFormation(
  formation: FormationARattacher,
  pistes: readonly Piste[],
  contexte: ContexteRattachement,
): Constat {
  const rattachement = rattacher(formation, pistes, contexte);
  if (rattachement !== null) return constatOf(rattachement);
  const [premiere] = pistes;
  const certifications = premiere?.certifications ?? [];
  const [only] = certifications;
  const vide: Constat = {
    certification: certifications.length === 1 ? (only?.certification ?? null) : null,
    certificationsAuDepart: certifications.length,
    couvertesAuDepart: 0,
    anneesTerminales: 0,
    sousLeSeuil: false,
    trouve: null,
    terminales: [],
    couvert: false,
  };
  if (premiere === undefined || vide.certification === null) return vide;
  const terminales = terminalesOf(formation, premiere, vide.certification, contexte);
  return {
    ...vide,
    terminales,
    sousLeSeuil: terminales.some(({ trouve }) => trouve !== null && isSousLeSeuil(trouve.chiffres)),
    couvert: terminales.some(({ couvert }) => couvert),
  };
}

function constatOf({ piste, trouves }: Rattachement): Constat {
  const seule = piste.certifications.length === 1 ? (trouves[0] ?? null) : null;
  const [chiffres, ...autres] = seule?.chiffres ?? [];
  const one = chiffres !== undefined && autres.length === 0 ? chiffres : null;
  return {
    certification: seule?.certification ?? null,
    certificationsAuDepart: piste.certifications.length,
    couvertesAuDepart: trouves.filter(({ chiffres: found }) => found.some((each) => isCouvert(each.chiffres)))
      .length,
    anneesTerminales: seule?.chiffres.length ?? 0,
    sousLeSeuil: one !== null && isSousLeSeuil(one.chiffres),
    trouve: one === null ? null : { ...one, chiffres: chiffresMontrables(one.chiffres) },
    terminales: [],
    couvert: one !== null && isCouvert(one.chiffres),
  };
}

/** The certifications that follow a common first year, each with its own figures. */
function terminalesOf(
  formation: FormationARattacher,
  piste: Piste,
  certification: CodeCertification,
  contexte: ContexteRattachement,
): readonly Terminale[] {
  const specialites = contexte.graphe.get(certification)?.specialitesDuTroncCommun ?? [];
  return specialites.map((cfd) => {
    const code = `CFD:${cfd}` as const;
    const found = [false, true].flatMap((inverse) => {
      const chiffres = chiffresOf(
        formation,
        {
          chemin: piste.chemin,
          inverse,
          certification: code,
          codes: (inverse ? codesInverses : codesChiffresOf)(code, formation.voie, contexte),
        },
        contexte,
      );
      return chiffres.length === 1 ? chiffres : [];
    });
    const trouve = found[0] ?? null;
    return {
      certification: code,
      couvert: trouve !== null && isCouvert(trouve.chiffres),
      trouve: trouve === null ? null : { ...trouve, chiffres: chiffresMontrables(trouve.chiffres) },
    };
  });
}

/** Below the threshold nothing is shown but how many pupils there were. */
export function chiffresMontrables(chiffres: Chiffres): Chiffres {
  if (!isSousLeSeuil(chiffres)) return chiffres;
  return {
    nbAnneeTerm: chiffres.nbAnneeTerm,
    tauxEnEmploi6Mois: null,
    tauxEnFormation: null,
    tauxAutres6Mois: null,
    salaire12MoisQ1: null,
    salaire12MoisQ2: null,
    salaire12MoisQ3: null,
    suppression: chiffres.suppression ?? 'nd',
  };
}
