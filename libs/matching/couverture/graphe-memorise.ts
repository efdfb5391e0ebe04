import type { GrapheChiffres } from './codes-chiffres.ts';

/**
 * The same graph, whose answers are kept: the figures of a campaign ask the same few codes thousands of times. For one
 * computation, then to be forgotten.
 */
export function memoriserGraphe(graphe: GrapheChiffres): GrapheChiffres {
  const possibles = new Map<string, ReturnType<GrapheChiffres['possibles']>>();
  return {
    get: (code) => graphe.get(code),
    byMefstat11: (mefstat11) => graphe.byMefstat11(mefstat11),
    liens: (type, code) => graphe.liens(type, code),
    possibles: (code, voie, rentree) => {
      const key = `${code} ${voie ?? ''} ${rentree}`;
      const known = possibles.get(key);
      if (known !== undefined) return known;
      const found = graphe.possibles(code, voie, rentree);
      possibles.set(key, found);
      return found;
    },
    continuum: kept((cfd) => graphe.continuum(cfd)),
    continuumMefstat11: kept((mefstat11) => graphe.continuumMefstat11(mefstat11)),
    continuumSise: kept((sise) => graphe.continuumSise(sise)),
    duree: kept((code) => graphe.duree(code)),
  };
}

function kept<Key extends string, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const computed = compute(key);
    known.set(key, computed);
    return computed;
  };
}
