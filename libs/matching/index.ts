/** Public door of the matching engine. Pure: the same inputs always give the same answer. */
export type * from './reference-data.ts';
export type * from './formation.ts';
export { MOTIFS } from './match-result.ts';
export type * from './match-result.ts';
export type * from './concordance/certification.ts';
export type * from './concordance/concordance.ts';
export { buildConcordance } from './concordance/build-concordance.ts';
export type { LienConcordance, TypeNoeud } from './concordance/links.ts';
export type { Situation } from './concordance/opening.ts';
export { createMatcher } from './matcher.ts';
export type { MatchContext, Matcher, MatcherOptions } from './matcher.ts';
export { signatureOf } from './signature.ts';
export { DEFAULT_MODEL } from './model/default-model.ts';
export type { Calibration, Model, SeuilCertifie } from './model/model.ts';
export { thresholdFor } from './model/threshold.ts';
