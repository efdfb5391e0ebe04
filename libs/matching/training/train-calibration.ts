import type { Calibration } from '../model/model.ts';

/** One answer of the ranker to a label that it did not learn from, and whether it is right. */
export interface ExempleDeCalibration {
  readonly entrees: Readonly<Record<string, number>>;
  readonly juste: boolean;
}

const ITERATIONS = 2000;
const PAS = 3;
const REGULARISATION = 1;

/**
 * Logistic regression of "the first candidate is right" on what the calibration reads of an answer. Inputs
 * are scaled while learning and the weights given back for the raw inputs. Deterministic.
 */
export function trainCalibration(
  exemples: readonly ExempleDeCalibration[],
  noms: readonly string[],
): Calibration {
  const columns = noms.map((nom) => exemples.map(({ entrees }) => entrees[nom] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map(
    (column, i) =>
      Math.sqrt(column.reduce((sum, value) => sum + (value - (means[i] ?? 0)) ** 2, 0) / column.length) || 1,
  );
  const scaled = exemples.map((_, e) =>
    columns.map((column, i) => ((column[e] ?? 0) - (means[i] ?? 0)) / (spreads[i] ?? 1)),
  );
  const weights = new Array<number>(noms.length).fill(0);
  let bias = 0;
  for (let step = 0; step < ITERATIONS; step++) {
    const gradient = new Array<number>(noms.length).fill(0);
    let gradientBias = 0;
    scaled.forEach((row, e) => {
      const z = row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias);
      const error = 1 / (1 + Math.exp(-z)) - (exemples[e]?.juste === true ? 1 : 0);
      row.forEach((value, i) => (gradient[i] = (gradient[i] ?? 0) + error * value));
      gradientBias += error;
    });
    for (let i = 0; i < weights.length; i++) {
      const slope = ((gradient[i] ?? 0) + REGULARISATION * (weights[i] ?? 0)) / exemples.length;
      weights[i] = (weights[i] ?? 0) - PAS * slope;
    }
    bias -= (PAS * gradientBias) / exemples.length;
  }
  const poids = weights.map((weight, i) => weight / (spreads[i] ?? 1));
  return { noms, poids, biais: bias - poids.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0) };
}
