import type { CertifInfoRecord } from '../reference-data.ts';
import { parseCfd } from '../codes/cfd.ts';
import { signatureOf, type Diplome } from './diplomes.ts';
import { addTo, sortedDistinct } from './vintages.ts';

export type SourceContinuite = 'n_formation_diplome' | 'certif_info';

/** Which diploma follows which. All lists are sorted, symmetric and without self-reference. */
export interface Continuity {
  anciens(cfd: string): readonly string[];
  nouveaux(cfd: string): readonly string[];
  /** The same diploma under another number. */
  renumerotations(cfd: string): readonly string[];
  /** The table that says it, or null where the pair is no succession. */
  source(ancien: string, nouveau: string): SourceContinuite | null;
}

const NONE: readonly string[] = [];

/**
 * Succession between CFD: ANCIEN_DIPLOME and NOUVEAU_DIPLOME of N_FORMATION_DIPLOME, read in both directions
 * (one side alone often says it), then Certif Info's predecessor where the BCN is silent on both codes, as it
 * is for the titles. Codes that no table knows are dropped: the cells hold some that lost a character.
 */
export function readContinuity(
  diplomes: ReadonlyMap<string, Diplome>,
  certifInfo: Iterable<CertifInfoRecord>,
): Continuity {
  const renumerotations = readRenumerotations(diplomes);
  const anciens = new Map<string, Set<string>>();
  const nouveaux = new Map<string, Set<string>>();
  const fromCertifInfo = new Set<string>();
  const link = (ancien: string | null, nouveau: string | null): void => {
    if (ancien === null || nouveau === null || ancien === nouveau) return;
    if (!diplomes.has(ancien) || !diplomes.has(nouveau)) return;
    addTo(nouveaux, ancien, nouveau);
    addTo(anciens, nouveau, ancien);
  };
  for (const { cfd, succession } of diplomes.values()) {
    // A renumbered code would make its predecessor look split between the two numbers.
    if (succession === null || isDroppedNumber(cfd, diplomes, renumerotations)) continue;
    for (const code of succession.anciens) link(parseCfd(code), cfd);
    for (const code of succession.nouveaux) link(cfd, parseCfd(code));
  }
  const silent: [string, string][] = [];
  for (const { cfd, ancienCfd } of certifInfo) {
    if (cfd === null || ancienCfd === null || nouveaux.has(ancienCfd) || anciens.has(cfd)) continue;
    silent.push([ancienCfd, cfd]);
  }
  for (const [ancien, nouveau] of silent) {
    link(ancien, nouveau);
    fromCertifInfo.add(`${ancien}>${nouveau}`);
  }
  return freezeContinuity(anciens, nouveaux, renumerotations, fromCertifInfo);
}

function freezeContinuity(
  anciens: ReadonlyMap<string, Set<string>>,
  nouveaux: ReadonlyMap<string, Set<string>>,
  renumerotations: ReadonlyMap<string, readonly string[]>,
  fromCertifInfo: ReadonlySet<string>,
): Continuity {
  const sorted = (map: ReadonlyMap<string, Set<string>>): Map<string, readonly string[]> =>
    new Map([...map].map(([cfd, codes]) => [cfd, sortedDistinct(codes)]));
  const before = sorted(anciens);
  const after = sorted(nouveaux);
  return {
    anciens: (cfd) => before.get(cfd) ?? NONE,
    nouveaux: (cfd) => after.get(cfd) ?? NONE,
    renumerotations: (cfd) => renumerotations.get(cfd) ?? NONE,
    source: (ancien, nouveau) => {
      if (after.get(ancien)?.includes(nouveau) !== true) return null;
      return fromCertifInfo.has(`${ancien}>${nouveau}`) ? 'certif_info' : 'n_formation_diplome';
    },
  };
}

function isDroppedNumber(
  cfd: string,
  diplomes: ReadonlyMap<string, Diplome>,
  renumerotations: ReadonlyMap<string, readonly string[]>,
): boolean {
  return renumerotations.has(cfd) && diplomes.get(cfd)?.presence === 'ancienne';
}

/**
 * Pairs a deleted code with the one that took its place: same level, same label, given that label after
 * the deleted one was last listed. Such pairs are one diploma: the certificats de spécialisation of February 2024 came
 * back in 2025 under other numbers, and listings of 2024 carry the first ones. Without a unique partner, none.
 */
function readRenumerotations(diplomes: ReadonlyMap<string, Diplome>): Map<string, readonly string[]> {
  const deleted = [...diplomes.values()].filter(({ presence }) => presence === 'ancienne');
  const wanted = new Set(deleted.map(({ row }) => signatureOf(row)));
  const bySignature = new Map<string, Diplome[]>();
  for (const diplome of diplomes.values()) {
    const signature = signatureOf(diplome.row);
    if (diplome.presence !== 'courante' || !wanted.has(signature)) continue;
    const others = bySignature.get(signature);
    if (others === undefined) bySignature.set(signature, [diplome]);
    else others.push(diplome);
  }
  const pairs = new Map<string, Set<string>>();
  for (const old of deleted) {
    const heirs = (bySignature.get(signatureOf(old.row)) ?? []).filter(
      ({ memeLibelleDepuis }) => memeLibelleDepuis > old.dernierMillesime,
    );
    const [heir] = heirs;
    if (heir === undefined || heirs.length > 1) continue;
    addTo(pairs, old.cfd, heir.cfd);
    addTo(pairs, heir.cfd, old.cfd);
  }
  return new Map([...pairs].map(([cfd, codes]) => [cfd, sortedDistinct(codes)]));
}
