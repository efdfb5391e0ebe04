import type { Style } from '../features/demande.ts';
import type { CodeCertification } from '../match-result.ts';
import type { MotsAppris } from './learned-words.ts';

/** What training learned, and what it measured. Immutable once published: a result names the model that made it. */
export interface Model {
  readonly id: string;
  readonly version: number;
  /** Weight of each value of the criteria, by name (`critère/valeur`). */
  readonly poids: Readonly<Record<string, number>>;
  /** How many labels of the training listings lead to each code, by way of writing; the ranker reads ln(1 + n). */
  readonly usage: Readonly<Record<Style, Readonly<Record<CodeCertification, number>>>>;
  /** Words of the labels that led to each code. */
  readonly mots: MotsAppris;
  readonly calibration: Calibration;
  readonly seuils: readonly SeuilCertifie[];
  /** What the model was made from and how good it is. */
  readonly mesures: Readonly<Record<string, number>>;
  /** SHA-256 of the training data. */
  readonly empreinte: string;
}

/** Logistic map from the raw probability and the answer's quality to the probability of being right. */
export interface Calibration {
  readonly noms: readonly string[];
  readonly poids: readonly number[];
  readonly biais: number;
}

/**
 * One certified threshold: above `seuil`, on the calibration labels, the error is at most `risque`, by its exact
 * bound for the stratum `toutes`, as measured for a weaker stratum.
 */
export interface SeuilCertifie {
  /** Strate of the answers it holds for. */
  readonly strate: string;
  /** Target of the error. */
  readonly risque: number;
  readonly seuil: number;
  /** Labels accepted and wrong at this threshold on the calibration part. */
  readonly acceptes: number;
  readonly faux: number;
  /** Exact binomial upper bound (95 %) of the error. */
  readonly borne: number;
}
