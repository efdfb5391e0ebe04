import type { Formation } from './formation.ts';
import { canonicalLabel } from './features/prepare-demande.ts';
import { canonicalText } from './labels/fold.ts';

const upper = (code: string | null): string => (code ?? '').trim().toUpperCase();
const list = (codes: readonly string[]): string => [...new Set(codes.map(upper))].sort().join(',');

/**
 * Text key of everything the engine reads from a row. Two rows with the same signature always get the same
 * answer, so that each signature is matched once and its answer propagated.
 *
 * Labels enter in their canonical form, which is what the engine works on; codes and column as read.
 */
export function signatureOf(formation: Formation): string {
  const { codes } = formation;
  return [
    formation.plateforme,
    canonicalLabel(formation),
    formation.typeDiplome === null ? '' : canonicalText(formation.typeDiplome),
    formation.voie ?? '',
    upper(codes.cfd),
    upper(codes.mef),
    upper(codes.mefstat11),
    upper(codes.sise),
    list(codes.rncp),
    list(codes.ideo),
    upper(codes.cleMe),
  ].join('\u001f');
}
