import type { Continuity, SourceContinuite } from './continuity.ts';
import type { MefIndex } from './mef-index.ts';
import type { SiseIndex } from './sise.ts';
import { terminalMefstat11OfCfd } from './terminal-year.ts';

/** Codes whose figures may stand for another's, nearest first. */
export interface Continuum {
  readonly anciens: readonly string[];
  readonly nouveaux: readonly string[];
}

type Neighbours = Pick<Continuity, 'anciens' | 'nouveaux' | 'source'> &
  Partial<Pick<Continuity, 'renumerotations'>>;

/**
 * The chain of a renovated diploma. An edge carries figures only when it is 1–1: the predecessor has no other
 * successor and the successor no other predecessor; the chain stops at the first fusion or split and at a
 * cycle. Only what N_FORMATION_DIPLOME says counts: Certif Info's predecessors link titles that renewed their
 * content. A renumbered code is the same diploma and stands in the chain beside its other number.
 */
export function continuumOf(
  cfd: string,
  continuity: Neighbours,
  sources: readonly SourceContinuite[] = ['n_formation_diplome'],
): Continuum {
  return {
    anciens: walk(cfd, 'anciens', continuity, sources),
    nouveaux: walk(cfd, 'nouveaux', continuity, sources),
  };
}

function walk(
  cfd: string,
  side: 'anciens' | 'nouveaux',
  continuity: Neighbours,
  sources: readonly SourceContinuite[],
): readonly string[] {
  const visited = new Set(numbersOf([cfd], continuity));
  const chain: string[] = [];
  let here = cfd;
  for (;;) {
    const next = only(side, here, continuity, sources);
    if (next === null || visited.has(next)) return chain;
    const back = only(side === 'anciens' ? 'nouveaux' : 'anciens', next, continuity, sources);
    if (back === null || !numbersOf([here], continuity).includes(back)) return chain;
    for (const number of numbersOf([next], continuity)) {
      visited.add(number);
      chain.push(number);
    }
    here = next;
  }
}

/** The only neighbour on a side, whatever the number the diploma goes by; null when none or several. */
function only(
  side: 'anciens' | 'nouveaux',
  cfd: string,
  continuity: Neighbours,
  sources: readonly SourceContinuite[],
): string | null {
  const neighbours = new Set<string>();
  for (const number of numbersOf([cfd], continuity)) {
    for (const other of continuity[side](number)) {
      const [ancien, nouveau] = side === 'anciens' ? [other, number] : [number, other];
      const source = continuity.source(ancien, nouveau);
      if (source !== null && sources.includes(source)) neighbours.add(other);
    }
  }
  const [first, ...others] = neighbours;
  if (first === undefined) return null;
  const same = numbersOf([first], continuity);
  return others.every((other) => same.includes(other)) ? first : null;
}

/** The numbers of one diploma: its own, then those it was renumbered from or to. */
function numbersOf(cfds: readonly string[], continuity: Neighbours): readonly string[] {
  return [...new Set(cfds.flatMap((cfd) => [cfd, ...(continuity.renumerotations?.(cfd) ?? [])]))];
}

/**
 * The MEFSTAT11 of another CFD of the continuum that stands for one of this CFD: the single terminal one of
 * each side; else the one of the same dispositif with the same first four characters, when it is the only
 * one. Null when none can be told.
 */
export function mefstat11InContinuum(mefstat11: string, otherCfd: string, index: MefIndex): string | null {
  const [mef] = index.byMefstat11(mefstat11);
  if (mef === undefined) return null;
  const own = terminalMefstat11OfCfd(mef.cfd, index);
  const others = terminalMefstat11OfCfd(otherCfd, index);
  if (own.length === 1 && others.length === 1) return others[0] ?? null;
  const sameDispositif = others.filter((code) =>
    index.byMefstat11(code).some(({ dispositif }) => dispositif === mef.dispositif),
  );
  const alike = sameDispositif.filter((code) => code.slice(0, 4) === mefstat11.slice(0, 4));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The continuum of a MEFSTAT11: that of its CFD, one MEFSTAT11 for each diploma where it can be told. */
export function continuumOfMefstat11(mefstat11: string, continuity: Neighbours, index: MefIndex): Continuum {
  const [mef] = index.byMefstat11(mefstat11);
  if (mef === undefined) return { anciens: [], nouveaux: [] };
  const { anciens, nouveaux } = continuumOf(mef.cfd, continuity);
  const inEach = (cfds: readonly string[]): readonly string[] =>
    cfds.flatMap((cfd) => mefstat11InContinuum(mefstat11, cfd, index) ?? []);
  return { anciens: inEach(anciens), nouveaux: inEach(nouveaux) };
}

/**
 * The continuum of a SISE diploma, through the only CFD that stands for it and whatever table links that CFD to its
 * predecessor: Certif Info is the only one for higher education. Each step is 1–1, as for CFD; a CFD with several SISE
 * codes, or a SISE code with several CFD, ends the chain. Candidates only: the rule is not measured yet.
 */
export function continuumOfSise(
  sise: string,
  continuity: Neighbours,
  index: Pick<SiseIndex, 'cfdOf' | 'siseOf'>,
): Continuum {
  const cfd = onlyOf(index.cfdOf(sise));
  if (cfd === null || onlyOf(index.siseOf(cfd)) !== sise) return { anciens: [], nouveaux: [] };
  const { anciens, nouveaux } = continuumOf(cfd, continuity, ['n_formation_diplome', 'certif_info']);
  const siseOfEach = (cfds: readonly string[]): readonly string[] => {
    const chain: string[] = [];
    for (const other of cfds) {
      const code = onlyOf(index.siseOf(other));
      if (code === null || code === sise || onlyOf(index.cfdOf(code)) !== other) break;
      chain.push(code);
    }
    return chain;
  };
  return { anciens: siseOfEach(anciens), nouveaux: siseOfEach(nouveaux) };
}

function onlyOf(codes: readonly string[]): string | null {
  return codes.length === 1 ? (codes[0] ?? null) : null;
}
