/**
 * Exact binomial bounds (Clopper–Pearson): what `wrong` errors among `total` independent labels prove about
 * the error rate, whatever the rate is.
 */

/** P(X ≤ k) for X binomial(n, p), summed in log space. */
function binomialCdf(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let term = n * Math.log1p(-p);
  const odds = Math.log(p) - Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + odds;
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}

/** Upper bound of the rate at the confidence asked (one-sided, 0.95 by default); 1 where nothing was seen. */
export function upperBound(wrong: number, total: number, confidence = 0.95): number {
  if (total === 0 || wrong >= total) return 1;
  let low = wrong / total;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (binomialCdf(wrong, total, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}
