import type { GroupeRecord, LienGroupeRecord, ReferenceData } from '../reference-data.ts';
import type { MefIndex } from './mef-index.ts';
import { hasNoTerminalYear } from './terminal-year.ts';
import { TRONC_COMMUN_BTS } from './tronc-commun-bts.ts';
import { addTo, newestFirst, sortedDistinct } from './vintages.ts';

export interface TroncsCommuns {
  /** CFD reached after an entry year; empty for any other CFD. */
  specialites(cfd: string): readonly string[];
  /** The groups a CFD belongs to, sorted by group. */
  groupes(cfd: string): readonly GroupeRecord[];
}

/**
 * The entry years shared by several certifications: BTS with options by the reviewed list, then the groups of
 * N_GROUPE_FORMATION (familles de métiers, bac pro and BTS with options). In a group, the entry is the member
 * that has MEF but no terminal year, and its specialities are the members still open one year after the entry
 * opened and already open one year after it closed: renewed entries share a group with their predecessors.
 */
export function readTroncsCommuns(
  reference: ReferenceData,
  mefs: MefIndex,
  exists: (cfd: string) => boolean,
): TroncsCommuns {
  const specialites = new Map<string, Set<string>>();
  for (const [entree, options] of TRONC_COMMUN_BTS) {
    if (!exists(entree)) continue;
    for (const option of options) if (exists(option)) addTo(specialites, entree, option);
  }
  const groupes = new Map<string, GroupeRecord[]>();
  const records = new Map(
    (newestFirst(reference.n_groupe_formation)[0]?.rows ?? []).map((row) => [row.groupe, row]),
  );
  for (const [groupe, liens] of linksByGroup(reference)) {
    const record = records.get(groupe);
    for (const lien of liens) {
      if (record !== undefined) groupes.set(lien.cfd, [...(groupes.get(lien.cfd) ?? []), record]);
    }
    for (const [entree, specialite] of entriesOf(liens, mefs)) {
      if (!TRONC_COMMUN_BTS.has(entree) && exists(entree) && exists(specialite)) {
        addTo(specialites, entree, specialite);
      }
    }
  }
  const sorted = new Map([...specialites].map(([entree, codes]) => [entree, sortedDistinct(codes)]));
  return { specialites: (cfd) => sorted.get(cfd) ?? [], groupes: (cfd) => groupes.get(cfd) ?? [] };
}

/** The newest vintage alone: a group is a whole, and an older version of it would bring back its former members. */
function linksByGroup(reference: ReferenceData): [string, LienGroupeRecord[]][] {
  const byGroup = new Map<string, LienGroupeRecord[]>();
  for (const lien of newestFirst(reference.n_lien_formation_groupe)[0]?.rows ?? []) {
    const liens = byGroup.get(lien.groupe);
    if (liens === undefined) byGroup.set(lien.groupe, [lien]);
    else liens.push(lien);
  }
  return sortedDistinct(byGroup.keys()).map((groupe) => [groupe, byGroup.get(groupe) ?? []]);
}

function* entriesOf(liens: readonly LienGroupeRecord[], mefs: MefIndex): Generator<[string, string]> {
  const isEntry = new Map(liens.map(({ cfd }) => [cfd, hasNoTerminalYear(cfd, mefs)]));
  for (const entree of liens) {
    if (isEntry.get(entree.cfd) !== true) continue;
    for (const lien of liens) {
      if (isEntry.get(lien.cfd) === false && follows(entree, lien)) yield [entree.cfd, lien.cfd];
    }
  }
}

function follows(entree: LienGroupeRecord, specialite: LienGroupeRecord): boolean {
  const firstExit = entree.dateOuverture === null ? null : nextYear(entree.dateOuverture);
  const lastExit = entree.dateFermeture === null ? null : nextYear(entree.dateFermeture);
  const endsTooSoon =
    firstExit !== null && specialite.dateFermeture !== null && specialite.dateFermeture < firstExit;
  const startsTooLate =
    lastExit !== null && specialite.dateOuverture !== null && specialite.dateOuverture > lastExit;
  return !endsTooSoon && !startsTooLate;
}

function nextYear(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
