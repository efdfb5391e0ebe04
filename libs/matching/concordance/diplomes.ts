import type { DiplomeRecord, ReferenceData, Vintage } from '../reference-data.ts';
import { niveauOfCfd } from '../codes/cfd.ts';
import { collapseBlanks } from './labels.ts';
import { compareText, newestFirst, sortedDistinct } from './vintages.ts';

type DiplomeTable = 'n_formation_diplome' | 'v_formation_diplome' | 'enquete_51';

/** One diploma once the tables and their vintages are merged. */
export interface Diplome {
  readonly cfd: string;
  /** The row that rules: labels shown, dates, sessions. */
  readonly row: DiplomeRecord;
  /** Every row met for the code, the ruling one first. */
  readonly rows: readonly DiplomeRecord[];
  /** The row that says the predecessors and successors: the newest one of N_FORMATION_DIPLOME, or null. */
  readonly succession: DiplomeRecord | null;
  readonly presence: 'courante' | 'ancienne';
  /** Oldest and newest vintage that list the code. */
  readonly premierMillesime: string;
  readonly dernierMillesime: string;
  /** Oldest vintage that gives the code the label it has in the ruling row. */
  readonly memeLibelleDepuis: string;
}

interface Occurrence {
  readonly row: DiplomeRecord;
  readonly table: DiplomeTable;
  readonly courante: boolean;
  readonly millesime: string;
}

/** N wins over V, which wins over the Enquête 51 (domain.md §3). */
const TABLES: readonly DiplomeTable[] = ['n_formation_diplome', 'v_formation_diplome', 'enquete_51'];

/**
 * Merges N ∪ V ∪ Enquête 51 and their vintages. The newest vintage of each table is read first, in the order
 * N, V, Enquête 51; only then the older ones, so that a code deleted since stays findable.
 */
export function mergeDiplomes(reference: ReferenceData): Map<string, Diplome> {
  const occurrences = new Map<string, Occurrence[]>();
  for (const occurrence of occurrencesInOrder(reference)) {
    const known = occurrences.get(occurrence.row.cfd);
    if (known === undefined) occurrences.set(occurrence.row.cfd, [occurrence]);
    else known.push(occurrence);
  }
  const diplomes = new Map<string, Diplome>();
  for (const cfd of sortedDistinct(occurrences.keys())) {
    diplomes.set(cfd, merge(cfd, occurrences.get(cfd) ?? []));
  }
  return withoutReusedNumbers(diplomes);
}

/**
 * Drops the older rows of a code that named another diploma: in 2025 the BCN gave four numbers of 2024 to other
 * certificats de spécialisation. Such a row's label is today that of another code of the same level; kept, it
 * would make this one answer to that one's name.
 */
function withoutReusedNumbers(diplomes: Map<string, Diplome>): Map<string, Diplome> {
  const owners = new Map<string, string>();
  for (const { cfd, row, presence } of diplomes.values()) {
    if (presence === 'courante') owners.set(signatureOf(row), cfd);
  }
  for (const [cfd, diplome] of diplomes) {
    const own = signatureOf(diplome.row);
    const rows = diplome.rows.filter((row) => {
      const signature = signatureOf(row);
      return signature === own || (owners.get(signature) ?? cfd) === cfd;
    });
    if (rows.length < diplome.rows.length) diplomes.set(cfd, { ...diplome, rows });
  }
  return diplomes;
}

/** Level and label of a row: what says that two numbers are one diploma. */
export function signatureOf(row: DiplomeRecord): string {
  const label = collapseBlanks(row.libelleLong200 ?? '');
  return label === '' ? `code ${row.cfd}` : `${niveauOfRow(row)} ${label}`;
}

function* occurrencesInOrder(reference: ReferenceData): Generator<Occurrence> {
  const sorted = TABLES.map((table) => ({ table, vintages: newestFirst(reference[table]) }));
  const newestView = sorted[1]?.vintages[0]?.millesime ?? '';
  for (const { table, vintages } of sorted) {
    // V is a superset of the Enquête 51: an extract older than it says nothing of today.
    const stale = table === 'enquete_51' && (vintages[0]?.millesime ?? '') < newestView;
    yield* occurrencesOf(table, vintages.slice(0, 1), !stale);
  }
  for (const { table, vintages } of sorted) yield* occurrencesOf(table, vintages.slice(1), false);
}

function* occurrencesOf(
  table: DiplomeTable,
  vintages: readonly Vintage<DiplomeRecord>[],
  courante: boolean,
): Generator<Occurrence> {
  for (const { millesime, rows } of vintages) {
    for (const row of rows) yield { row, table, courante, millesime };
  }
}

function merge(cfd: string, occurrences: readonly Occurrence[]): Diplome {
  const [first] = occurrences;
  if (first === undefined) throw new RangeError(`no row for ${cfd}`);
  const millesimes = occurrences.map(({ millesime }) => millesime).sort(compareText);
  const signature = signatureOf(first.row);
  const labelled = occurrences.filter(({ row }) => signatureOf(row) === signature);
  return {
    cfd,
    row: first.row,
    rows: occurrences.map(({ row }) => row),
    succession: occurrences.find(({ table }) => table === 'n_formation_diplome')?.row ?? null,
    presence: occurrences.some(({ courante }) => courante) ? 'courante' : 'ancienne',
    premierMillesime: millesimes[0] ?? '',
    dernierMillesime: millesimes.at(-1) ?? '',
    memeLibelleDepuis: labelled.map(({ millesime }) => millesime).sort(compareText)[0] ?? '',
  };
}

/** NIVEAU_FORMATION_DIPLOME of a diploma, from the code itself where the cell is empty. */
export function niveauOf(diplome: Diplome): string {
  return niveauOfRow(diplome.row);
}

function niveauOfRow(row: DiplomeRecord): string {
  return row.niveau === '' ? niveauOfCfd(row.cfd) : row.niveau;
}
