/** What the ranker learns from: the candidates of one label, and which of them are right. */
export interface ExempleDeClassement {
  /** Values of each candidate, all of the same length. */
  readonly candidats: readonly Float64Array[];
  /** True for each right candidate; at least one. */
  readonly justes: readonly boolean[];
  /** Weight of the example in the loss. */
  readonly poids: number;
}

export interface ReglagesDuClassement {
  readonly iterations: number;
  readonly pas: number;
  /** Strength of the pull of the weights towards `apriori` (L2). */
  readonly regularisation: number;
  /** What a reader of the field expects of each weight; zeros where left out. */
  readonly apriori?: Float64Array;
}

/** All the examples laid out in one block, candidate after candidate; most values are 0 and are left out. */
interface Block {
  readonly size: number;
  /** Values of candidate c and their places in the model: `first[c]` to `first[c + 1]`. */
  readonly values: Float32Array;
  readonly places: Uint16Array;
  readonly first: Int32Array;
  readonly right: Uint8Array;
  /** Candidates of example e: `start[e]` to `start[e + 1]`. */
  readonly start: Int32Array;
  readonly weight: Float64Array;
  readonly total: number;
}

function layOut(exemples: readonly ExempleDeClassement[]): Block {
  const size = exemples[0]?.candidats[0]?.length ?? 0;
  const all = exemples.flatMap(({ candidats }) => candidats);
  const filled = all.reduce((sum, candidat) => sum + candidat.filter((value) => value !== 0).length, 0);
  const values = new Float32Array(filled);
  const places = new Uint16Array(filled);
  const first = new Int32Array(all.length + 1);
  let at = 0;
  all.forEach((candidat, c) => {
    first[c] = at;
    candidat.forEach((value, place) => {
      if (value === 0) return;
      values[at] = value;
      places[at++] = place;
    });
  });
  first[all.length] = at;
  const start = new Int32Array(exemples.length + 1);
  exemples.forEach(({ candidats }, e) => (start[e + 1] = (start[e] ?? 0) + candidats.length));
  const right = Uint8Array.from(
    exemples.flatMap(({ candidats, justes }) => candidats.map((_, c) => (justes[c] === true ? 1 : 0))),
  );
  const weight = Float64Array.from(exemples, ({ poids }) => poids);
  const total = weight.reduce((sum, one) => sum + one, 0);
  return { size, values, places, first, right, start, weight, total };
}

/**
 * Learns the weights of the linear softmax ranker by full-batch gradient descent (Adam) from what is expected
 * of them: a value that the examples say little of keeps its expected weight. No random number, so the same examples in the same order give the same weights.
 */
export function trainRanker(
  exemples: readonly ExempleDeClassement[],
  reglages: ReglagesDuClassement,
): Float64Array {
  const block = layOut(exemples);
  const { size, total } = block;
  const expected = reglages.apriori ?? new Float64Array(size);
  const weights = expected.slice();
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  const beliefs = new Float64Array(block.right.length);
  for (let step = 1; step <= reglages.iterations; step++) {
    addGradient(block, weights, beliefs, gradient.fill(0));
    for (let i = 0; i < size; i++) {
      const g =
        (gradient[i] ?? 0) + (reglages.regularisation * ((weights[i] ?? 0) - (expected[i] ?? 0))) / total;
      const m = (first[i] = 0.9 * (first[i] ?? 0) + 0.1 * g);
      const v = (second[i] = 0.999 * (second[i] ?? 0) + 0.001 * g * g);
      const corrected = m / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8);
      weights[i] = (weights[i] ?? 0) - reglages.pas * corrected;
    }
  }
  return weights;
}

/** Adds the gradient of −ln P(a right candidate) over all examples. */
function addGradient(
  block: Block,
  weights: Float64Array,
  beliefs: Float64Array,
  gradient: Float64Array,
): void {
  const { values, places, first, right, start, weight, total } = block;
  for (let e = 0; e + 1 < start.length; e++) {
    const from = start[e] ?? 0;
    const to = start[e + 1] ?? 0;
    let top = -Infinity;
    for (let c = from; c < to; c++) {
      let score = 0;
      const end = first[c + 1] as number;
      for (let i = first[c] as number; i < end; i++)
        score += (weights[places[i] as number] as number) * (values[i] as number);
      beliefs[c] = score;
      if (score > top) top = score;
    }
    let all = 0;
    let good = 0;
    for (let c = from; c < to; c++) {
      const belief = Math.exp((beliefs[c] as number) - top);
      beliefs[c] = belief;
      all += belief;
      if (right[c] === 1) good += belief;
    }
    const scale = (weight[e] ?? 0) / total;
    for (let c = from; c < to; c++) {
      const belief = beliefs[c] as number;
      const slope = scale * (belief / all - (right[c] === 1 ? belief / good : 0));
      if (Math.abs(slope) < 1e-12) continue;
      const end = first[c + 1] as number;
      for (let i = first[c] as number; i < end; i++) {
        const place = places[i] as number;
        gradient[place] = (gradient[place] as number) + slope * (values[i] as number);
      }
    }
  }
}
