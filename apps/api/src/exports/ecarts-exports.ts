import { createHash } from 'node:crypto';
import { changedFields, type ChampChange, type Changement } from '../instantanes/changement.ts';
import { exportLines, readLines, type LinePlace } from './export-lines.ts';

export type GenreEcart = Changement['genre'];
export const GENRES_ECART_EXPORT = ['ajoute', 'retire', 'modifie'] as const satisfies readonly GenreEcart[];

/** One formation that two exports do not tell alike, and where it stands in each. */
export interface EcartPlace {
  /** Identifier in the catalogue. */
  readonly id: string;
  readonly genre: GenreEcart;
  /** Names of the fields that differ; none for a formation that only one export has. */
  readonly champs: readonly string[];
  readonly avant: LinePlace | null;
  readonly apres: LinePlace | null;
}

/** What two exports do not tell alike, formations in the order of the second, then those that it no longer has. */
export interface EcartsExports {
  readonly identiques: number;
  readonly ecarts: readonly EcartPlace[];
}

type Row = Readonly<Record<string, unknown>>;

/** An export starts each line by the identifier: what does not differ is not parsed. */
const ID = /^\{"id":("(?:[^"\\]|\\.)*")/;

/** The place of a formation in its catalogue tells nothing of it. */
const IGNORED = 'rang';

/** Fields that differ between two lines of exports; all of them where one is absent. */
export function champsDe(avant: string | null, apres: string | null): ChampChange[] {
  const row = (line: string | null): Row | null => (line === null ? null : (JSON.parse(line) as Row));
  return changedFields(row(avant), row(apres)).filter(({ champ }) => champ !== IGNORED);
}

/** Lines parsed at a time, before others are let through. */
const BATCH = 500;

interface Candidate {
  readonly id: string;
  readonly avant: LinePlace | null;
  readonly apres: LinePlace;
  readonly line: string;
}

/** Compares two `formations.ndjson`, formation by formation, by their identifier. */
export async function compareExportFiles(avant: string, apres: string): Promise<EcartsExports> {
  const before = await placesOf(avant);
  const seen = new Map<string, number>();
  const ecarts: EcartPlace[] = [];
  let identiques = 0;
  let batch: Candidate[] = [];
  const flush = async (): Promise<void> => {
    const found = await differing(avant, batch);
    identiques += batch.length - found.length;
    ecarts.push(...found);
    batch = [];
  };
  for await (const { offset, bytes } of exportLines(apres)) {
    const key = keyOf(bytes, seen);
    const known = before.get(key);
    before.delete(key);
    if (known?.hash === hashOf(bytes)) {
      identiques += 1;
      continue;
    }
    const place = { offset, length: bytes.length };
    batch.push({ id: idOf(key), avant: known?.place ?? null, apres: place, line: bytes.toString('utf8') });
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  for (const [key, { place }] of before) {
    ecarts.push({ id: idOf(key), genre: 'retire', champs: [], avant: place, apres: null });
  }
  return { identiques, ecarts };
}

/** Of lines that are not the same bytes, those that do not say the same. */
async function differing(avant: string, batch: readonly Candidate[]): Promise<EcartPlace[]> {
  const lines = await readLines(
    avant,
    batch.map((candidate) => candidate.avant),
  );
  return batch.flatMap(({ id, avant: place, apres, line }, index): EcartPlace[] => {
    if (place === null) return [{ id, genre: 'ajoute', champs: [], avant: null, apres }];
    const champs = champsDe(lines[index] ?? null, line).map(({ champ }) => champ);
    return champs.length === 0 ? [] : [{ id, genre: 'modifie', champs, avant: place, apres }];
  });
}

async function placesOf(file: string): Promise<Map<string, { place: LinePlace; hash: string }>> {
  const places = new Map<string, { place: LinePlace; hash: string }>();
  const seen = new Map<string, number>();
  for await (const { offset, bytes } of exportLines(file)) {
    places.set(keyOf(bytes, seen), { place: { offset, length: bytes.length }, hash: hashOf(bytes) });
  }
  return places;
}

/** The identifier, and which of the lines that bear it: a catalogue may write one twice. */
function keyOf(bytes: Buffer, seen: Map<string, number>): string {
  const text = bytes.toString('utf8', 0, 2_000);
  const quoted = ID.exec(text)?.[1];
  const id =
    quoted === undefined ? (JSON.parse(bytes.toString('utf8')) as { id: string }).id : unquoted(quoted);
  const rank = seen.get(id) ?? 0;
  seen.set(id, rank + 1);
  return `${rank} ${id}`;
}

const unquoted = (quoted: string): string => JSON.parse(quoted) as string;
const idOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

function hashOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}
