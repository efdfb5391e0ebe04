import type { Plateforme, Voie } from '../formation.ts';
import type { LabelFields } from '../labels/label-fields.ts';
import type { NiveauIndique } from '../labels/level-hint.ts';
import type { FamilleLue } from '../labels/read-famille.ts';
import type { QueryWord } from '../retrieval/retrieve.ts';
import type { IsoDate } from '../reference-data.ts';

/** How the listing writes: it decides what a missing option means (domain.md §4). */
export type Style = 'parcoursup' | 'affelnet' | 'libre';

/** A formation made ready to be compared. */
export interface Demande {
  readonly plateforme: Plateforme;
  readonly style: Style;
  readonly rentree: IsoDate;
  readonly voie: Voie | null;
  readonly canonique: string;
  readonly champs: LabelFields;
  /** The family that the listing's own column names, or null. */
  readonly familleColonne: FamilleLue | null;
  /** The family that the label names, or null. */
  readonly familleLibelle: FamilleLue | null;
  /** Level said by the column, else by the label. */
  readonly niveau: NiveauIndique;
  /** What it says of its type and level, in one key: formations that have the same fit the same code families. */
  readonly cleDuType: string;
  readonly mots: readonly QueryWord[];
  /** Key of each of `mots` in the table of the words learned. */
  readonly cles: readonly number[];
  /** Sum of the weights of the words. */
  readonly poids: number;
  /** Words of the heart joined by blanks. */
  readonly coeur: string;
  /** The heart as written, small words and order included. */
  readonly brut: string;
  readonly nombres: readonly string[];
  /** For each of `mots`, its stem where it stands after "spécialité", "option" or "mention", else null; null where none is announced. */
  readonly annonces: readonly (string | null)[] | null;
  /** Why the label names no certification by itself, or null. */
  readonly horsCertification: string | null;
  /** "Double licence": several certifications at once. */
  readonly plusieursDiplomes: boolean;
  /** A later year than the first is meant ("1PRO", "TERPRO", "2CAP"). */
  readonly anneeUlterieure: boolean;
  /** The only code families that the column and the label mean, where they mean one only. */
  readonly seulsNiveaux: readonly (string | null)[];
  /** Fit of each code family to the column's and to the label's family; NaN where none is named. */
  fitColonne(niveau: string): number;
  fitLibelle(niveau: string): number;
}
