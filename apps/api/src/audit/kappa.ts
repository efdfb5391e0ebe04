/** What each of two readers answered to one question: a certification, « aucune » or « incertain ». */
export type Paire = readonly [premiere: string, seconde: string];

/**
 * Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement of two readers beyond what chance would
 * give from how often each one gives each answer. 1 for full agreement, 0 for chance, negative below.
 * @returns null without pairs, or when both always give the same one answer (chance alone explains it)
 */
export function cohenKappa(pairs: readonly Paire[]): number | null {
  if (pairs.length === 0) return null;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let agreed = 0;
  for (const [one, other] of pairs) {
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(other, (second.get(other) ?? 0) + 1);
    if (one === other) agreed += 1;
  }
  const observed = agreed / pairs.length;
  let chance = 0;
  for (const [answer, count] of first) chance += (count * (second.get(answer) ?? 0)) / pairs.length ** 2;
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}
