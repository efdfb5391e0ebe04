import type {
  GroupeRecord,
  IsoDate,
  LienGroupeRecord,
  ReferenceData,
  ReferenceTable,
} from '../reference-data.ts';
import { sourceOf } from './link-rows.ts';
import type { SourceLien } from './links.ts';
import type { MefIndex } from './mef-index.ts';
import { hasNoTerminalYear } from './terminal-year.ts';
import { TRONC_COMMUN_BTS } from './tronc-commun-bts.ts';
import { newestFirst, rulingByKey, sortedDistinct } from './vintages.ts';

/** An edge from an entry year to a diploma that it leads to. */
export interface LienAnneeCommune {
  readonly entree: string;
  readonly specialite: string;
  /** The table that says it; `liste relue` for the BTS with options of our reviewed list. */
  readonly source: ReferenceTable | 'liste relue';
  readonly millesime: string;
  readonly instantane: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

export interface TroncsCommuns {
  /** CFD reached after an entry year; empty for any other CFD. */
  specialites(cfd: string): readonly string[];
  /** The edges that start from a CFD or arrive there, sorted by entry then speciality. */
  liens(cfd: string): readonly LienAnneeCommune[];
  /** The groups a CFD belongs to, sorted by group. */
  groupes(cfd: string): readonly GroupeRecord[];
}

const REVIEWED = {
  source: 'liste relue',
  millesime: '',
  instantane: null,
  dateOuverture: null,
  dateFermeture: null,
} as const;

/**
 * The entry years shared by several certifications: BTS with options by the reviewed list, the groups of
 * N_GROUPE_FORMATION (familles de métiers, bac pro and BTS with options), then, for the entries that neither
 * knows, the published list of common years and the MEF of the familles de métiers. In a group, the entry is the
 * member that has MEF but no terminal year, and its specialities are the members still open one year after the
 * entry opened and already open one year after it closed: renewed entries share a group with their predecessors.
 */
export function readTroncsCommuns(
  reference: ReferenceData,
  mefs: MefIndex,
  exists: (cfd: string) => boolean,
): TroncsCommuns {
  const liens = new Map<string, Map<string, LienAnneeCommune>>();
  const add = (lien: LienAnneeCommune): void => {
    const { entree, specialite } = lien;
    if (entree === specialite || !exists(entree) || !exists(specialite)) return;
    const known = liens.get(entree) ?? new Map<string, LienAnneeCommune>();
    liens.set(entree, known);
    if (!known.has(specialite)) known.set(specialite, lien);
  };
  for (const [entree, options] of TRONC_COMMUN_BTS) {
    for (const specialite of options) add({ entree, specialite, ...REVIEWED });
  }
  const groupes = readGroupes(reference);
  for (const said of [groupes.entries(mefs), listedYears(reference), yearsOfFamilles(reference, mefs)]) {
    const known = new Set(liens.keys());
    for (const lien of said) if (!known.has(lien.entree)) add(lien);
  }
  const bySide = new Map<string, LienAnneeCommune[]>();
  for (const entree of sortedDistinct(liens.keys())) {
    const options = liens.get(entree);
    for (const specialite of sortedDistinct(options?.keys() ?? [])) {
      const lien = options?.get(specialite);
      if (lien === undefined) continue;
      for (const cfd of [entree, specialite]) bySide.set(cfd, [...(bySide.get(cfd) ?? []), lien]);
    }
  }
  return {
    specialites: (cfd) => sortedDistinct(liens.get(cfd)?.keys() ?? []),
    liens: (cfd) => bySide.get(cfd) ?? [],
    groupes: (cfd) => groupes.of(cfd),
  };
}

interface Groupes {
  of(cfd: string): readonly GroupeRecord[];
  entries(mefs: MefIndex): Iterable<LienAnneeCommune>;
}

/** The newest vintage alone: a group is a whole, and an older version of it would bring back its former members. */
function readGroupes(reference: ReferenceData): Groupes {
  const newest = newestFirst(reference.n_lien_formation_groupe)[0];
  const source = sourceOf('n_lien_formation_groupe', newest);
  const byGroup = new Map<string, LienGroupeRecord[]>();
  for (const lien of newest?.rows ?? []) {
    const liens = byGroup.get(lien.groupe);
    if (liens === undefined) byGroup.set(lien.groupe, [lien]);
    else liens.push(lien);
  }
  const sorted = sortedDistinct(byGroup.keys()).map((groupe) => byGroup.get(groupe) ?? []);
  const records = new Map(
    (newestFirst(reference.n_groupe_formation)[0]?.rows ?? []).map((row) => [row.groupe, row]),
  );
  const ofCfd = new Map<string, GroupeRecord[]>();
  for (const lien of sorted.flat()) {
    const record = records.get(lien.groupe);
    if (record !== undefined) ofCfd.set(lien.cfd, [...(ofCfd.get(lien.cfd) ?? []), record]);
  }
  return {
    of: (cfd) => ofCfd.get(cfd) ?? [],
    *entries(mefs) {
      for (const liens of sorted) yield* entriesOf(liens, mefs, source);
    },
  };
}

function* entriesOf(
  liens: readonly LienGroupeRecord[],
  mefs: MefIndex,
  source: SourceLien,
): Generator<LienAnneeCommune> {
  const isEntry = new Map(liens.map(({ cfd }) => [cfd, hasNoTerminalYear(cfd, mefs)]));
  for (const entree of liens) {
    if (isEntry.get(entree.cfd) !== true) continue;
    for (const lien of liens) {
      if (isEntry.get(lien.cfd) !== false || !follows(entree, lien)) continue;
      const { dateOuverture, dateFermeture } = lien;
      yield { entree: entree.cfd, specialite: lien.cfd, ...source, dateOuverture, dateFermeture };
    }
  }
}

/** The list of common years that the ministries publish. */
function* listedYears(reference: ReferenceData): Generator<LienAnneeCommune> {
  for (const { vintage, rows } of rulingByKey(reference.famille_metiers, (row) => row.cfdCommun).values()) {
    const source = { ...sourceOf('famille_metiers', vintage), dateOuverture: null, dateFermeture: null };
    for (const { cfdCommun, cfdSpecialite } of rows)
      yield { entree: cfdCommun, specialite: cfdSpecialite, ...source };
  }
}

/** The MEF of each famille de métiers: the common 2nde on one side, the specialities on the other. */
function* yearsOfFamilles(reference: ReferenceData, mefs: MefIndex): Generator<LienAnneeCommune> {
  const rulings = rulingByKey(reference.n_lien_mef_famille_metier, (row) => row.famille);
  for (const { vintage, rows } of rulings.values()) {
    const source = sourceOf('n_lien_mef_famille_metier', vintage);
    const entries = rows.filter(({ secondeCommune }) => secondeCommune);
    for (const { mef } of entries) {
      for (const row of rows) {
        const entree = mefs.byMef(mef)?.cfd;
        const specialite = mefs.byMef(row.mef)?.cfd;
        if (row.secondeCommune || entree === undefined || specialite === undefined) continue;
        const { dateOuverture, dateFermeture } = row;
        yield { entree, specialite, ...source, dateOuverture, dateFermeture };
      }
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
