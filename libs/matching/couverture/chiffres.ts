import type { Voie } from '../formation.ts';
import type { CodeCertification } from '../match-result.ts';

/** Pupils below which figures are not shown. */
export const SEUIL_EFFECTIF = 20;

/** What became of those who followed a formation: rates in %, salaries in euros a month; null where not known. */
export interface Chiffres {
  readonly nbAnneeTerm: number | null;
  readonly tauxEnEmploi6Mois: number | null;
  readonly tauxEnFormation: number | null;
  readonly tauxAutres6Mois: number | null;
  readonly salaire12MoisQ1: number | null;
  readonly salaire12MoisQ2: number | null;
  readonly salaire12MoisQ3: number | null;
  /** Why the figures are not there, as their producer says it: not published (`nd`), without object (`na`). */
  readonly suppression: 'nd' | 'na' | null;
}

export type SourceChiffres = 'inserjeunes' | 'insersup' | 'sies_passage' | 'sies_reussite';
export const TYPES_TERRITOIRE = ['etablissement', 'departement', 'academie', 'region', 'france'] as const;
export type TypeTerritoire = (typeof TYPES_TERRITOIRE)[number];

/** One published line of figures. */
export interface Indicateur {
  readonly source: SourceChiffres;
  /** As published: `2022_2023`, `2023`, `2021,2022`. */
  readonly millesime: string;
  /** The last school year that it counts: 2023 for `2022_2023`. */
  readonly annee: number;
  readonly territoire: TypeTerritoire;
  /** UAI, or code of the place; empty for France. */
  readonly codeTerritoire: string;
  readonly codeCertification: CodeCertification;
  readonly voie: Voie | null;
  readonly chiffres: Chiffres;
  /** Of `sies_passage` and `sies_reussite`: in %. */
  readonly taux: number | null;
  /** SHA-256 of the file, and the line in it. */
  readonly instantane: string;
  readonly ligne: number;
}

/** Whether the figures are those of the code sought, of a predecessor or of a successor. */
export type TypeDonnee = 'self' | 'ancienne' | 'nouvelle';

/** How the certification was reached: by a code of the row, by the machine's answer, by a person's. */
export const CHEMINS = ['normal', 'rncp', 'ideo', 'cle_me', 'appariement', 'decision'] as const;
export type Chemin = (typeof CHEMINS)[number];

export const TYPES_LIEU = [
  'lieu_formation',
  'composante',
  'affectation',
  'formateur',
  'gestionnaire',
  'mere',
  'inconnu',
] as const;
export type TypeLieu = (typeof TYPES_LIEU)[number];

/** A place where figures of a formation may have been published. */
export interface Lieu {
  readonly uai: string;
  readonly type: TypeLieu;
}

/** Where a figure comes from: no figure is given without it. */
export interface Provenance {
  readonly chemin: Chemin;
  /** The code of the other route was used. */
  readonly inverse: boolean;
  /** The certification that was sought. */
  readonly certification: CodeCertification;
  /** What the figures call it, and the code under which they were found. */
  readonly codeDemande: CodeCertification;
  readonly codeDonnee: CodeCertification;
  readonly typeDonnee: TypeDonnee;
  readonly voie: Voie | null;
  readonly territoire: TypeTerritoire;
  readonly codeTerritoire: string;
  /** Of an establishment's figures. */
  readonly uaiDonnee: string | null;
  readonly uaiDonneeType: TypeLieu | null;
  /** Places that were tried before and had nothing. */
  readonly sauts: readonly Lieu[];
  readonly source: SourceChiffres;
  readonly millesime: string;
  /** SHA-256 of the file, and the line in it. */
  readonly instantane: string;
  readonly ligne: number;
}

/** Figures with where they come from. */
export interface ChiffresTrouves {
  readonly chiffres: Chiffres;
  readonly provenance: Provenance;
}

/** Figures may be shown: the three rates are there, on at least twenty pupils. */
export function isCouvert(chiffres: Chiffres): boolean {
  return (
    chiffres.nbAnneeTerm !== null &&
    chiffres.nbAnneeTerm >= SEUIL_EFFECTIF &&
    chiffres.tauxEnEmploi6Mois !== null &&
    chiffres.tauxEnFormation !== null &&
    chiffres.tauxAutres6Mois !== null
  );
}

/** Figures that exist and are withheld because they count too few pupils. */
export function isSousLeSeuil(chiffres: Chiffres): boolean {
  if (chiffres.nbAnneeTerm !== null) return chiffres.nbAnneeTerm < SEUIL_EFFECTIF;
  return chiffres.suppression === 'nd';
}
