import type { IsoDate } from '../reference-data.ts';

/** What is checked of the establishment of a row, in the order in which it is shown. A result carries all of them. */
export const CRITERES_CONTROLE = [
  'UAI_CLE',
  'UAI_OUVERTE',
  'SIRET_CLE',
  'UAI_SIRET',
  'NDA_FORME',
  'NDA_ACTIVE',
  'QUALIOPI',
  'HABILITATION',
  'LISTE_PUBLIQUE',
] as const;
export type CritereControle = (typeof CRITERES_CONTROLE)[number];

/**
 * `hors_perimetre`: the source does not reach such an establishment or certification; `inconnu`: nothing tells;
 * `perime`: what the source said is too old to be relied on.
 */
export const ETATS_CONTROLE = ['conforme', 'non_conforme', 'hors_perimetre', 'inconnu', 'perime'] as const;
export type EtatControle = (typeof ETATS_CONTROLE)[number];

export const SOURCES_CONTROLE = [
  'catalogue',
  'acce',
  'quiforme',
  'organismes_formation',
  'catalogue_apprentissage',
] as const;
export type SourceControle = (typeof SOURCES_CONTROLE)[number];

/** Why a check ended as it did. */
export const MOTIFS_CONTROLE = [
  'UAI_VALIDE',
  'UAI_INVALIDE',
  'UAI_ABSENTE',
  'UAI_OUVERTE',
  'UAI_FERMEE',
  'UAI_A_VENIR',
  'UAI_INCONNUE',
  'SOURCE_ABSENTE',
  'SIRET_VALIDE',
  'SIRET_INVALIDE',
  'SIRET_ABSENT',
  'SIRET_TROUVE',
  'PLUSIEURS_SIRET',
  'COUPLE_CONFIRME',
  'COUPLE_CONTREDIT',
  'COUPLE_INCONNU',
  'HORS_CONTRAT',
  'LYCEE_AGRICOLE',
  'SIRET_INCONNU',
  'NDA_VALIDE',
  'NDA_INVALIDE',
  'NDA_ABSENT',
  'NDA_ACTIVE',
  'NDA_INACTIVE',
  'NDA_NON_DIT',
  'QUALIOPI_DIRECTE',
  'QUALIOPI_HERITEE',
  'QUALIOPI_ORIGINE_INCONNUE',
  'QUALIOPI_ABSENTE',
  'QUALIOPI_NON_DITE',
  'HABILITE',
  'HABILITATION_FINISSANTE',
  'HABILITATION_ABSENTE',
  'HABILITATION_INACTIVE',
  'HABILITATION_TERMINEE',
  'HABILITATION_A_VENIR',
  'HABILITATION_SANS_FORMER',
  'HABILITATION_NON_DITE',
  'DIPLOME_D_ETAT',
  'SANS_RNCP',
  'SUR_LA_LISTE',
  'HORS_DE_LA_LISTE',
] as const;
export type MotifControle = (typeof MOTIFS_CONTROLE)[number];

/** What another source says of the same thing. */
export interface Desaccord {
  readonly source: SourceControle;
  readonly dit: string;
}

/** One check of one row. It depends on the row and on the sources, never on the clock. */
export interface Controle {
  readonly critere: CritereControle;
  readonly etat: EtatControle;
  readonly motif: MotifControle;
  /** What was held against what. */
  readonly compare: string;
  /** The code that was found, where the row may go by several: the RNCP of an habilitation. */
  readonly objet?: string;
  /** A French sentence, to be shown as it is. */
  readonly detail: string;
  readonly source: SourceControle;
  /** The day that the source gives: of closing, of the last declaration, of the end of an habilitation. */
  readonly date: IsoDate | null;
  /** When the source was read, ISO 8601; null where no source was. */
  readonly obtenuLe: string | null;
  readonly desaccords: readonly Desaccord[];
}

/** A day as people read it: `2026-09-01` → `01/09/2026`. */
export function jourFrancais(jour: IsoDate): string {
  return jour.split('-').reverse().join('/');
}
