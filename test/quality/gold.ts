import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildConcordance, type Concordance, type IsoDate } from '#matching';
import {
  distinctLabels,
  type DistinctLabel,
  type LabelledRow,
} from '../../libs/matching/evaluation/labelled-row.ts';
import { loadReference } from '../reference-loader.ts';

/** Folder of the real data, beside the checkout unless CONCORDANCE_DATA says otherwise. */
export const SHARED_DATA =
  process.env['CONCORDANCE_DATA'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** The labelled sets of the real task. The others come from tables that the engine reads: no score there. */
export const SETS = [
  'parcoursup_apprentissage_2020',
  'parcoursup_bts_2021',
  'parcoursup_bts_2022',
  'parcoursup_bts_2023',
  'parcoursup_bts_2024',
  'affelnet_2020',
  'rco_2020',
] as const;
export type SetName = (typeof SETS)[number];

export type Partie = 'mise au point' | 'réserve';

const drawOf = (salt: string, cle: string): number =>
  createHash('sha256').update(`${salt}${cle}`).digest().readUInt32BE(0) % 100;

/**
 * Part of a label: the reserve is measured at the end and guides no rule (docs/adr/0018); everything else is
 * developed on, by cross-validation. The reserve is drawn from the labels that the first split had given to
 * learning, since the errors of its test part have been read. It depends on the label alone, so a label that
 * two sets share is in the same part of both.
 */
export function partieOf(cle: string): Partie {
  const wasLearned = drawOf('', cle) < 50;
  return wasLearned && drawOf('réserve 2026-11 ', cle) < 35 ? 'réserve' : 'mise au point';
}

const FOLDS = 5;
export const PLIS: readonly number[] = Array.from({ length: FOLDS }, (_, fold) => fold);

/** Fold of a label in the outer cross-validation; the inner one has a salt of its own. */
export function foldOf(cle: string, niveau: 'externe' | 'interne'): number {
  const salt = niveau === 'externe' ? 'pli externe 2026-11 ' : 'pli ';
  return createHash('sha256').update(`${salt}${cle}`).digest().readUInt32BE(0) % FOLDS;
}

/** First day of the school year that the set prepares: 1 September of the year in its name. */
export function rentreeOf(set: string): IsoDate {
  return `${/(\d{4})$/.exec(set)?.[1] ?? '2020'}-09-01`;
}

export const hasGold = (): boolean => existsSync(join(SHARED_DATA, 'gold'));

export function readLabelledRows(set: string): LabelledRow[] {
  return parse<LabelledRow>(readFileSync(join(SHARED_DATA, 'gold', `${set}.csv`)), {
    columns: true,
    bom: true,
  });
}

export function readLabels(set: string): DistinctLabel[] {
  return distinctLabels(readLabelledRows(set));
}

const graphs = new Map<string, Promise<Concordance>>();

/** The graph of some folders of the reference data, built once. */
export function graphOf(folders: readonly string[]): Promise<Concordance> {
  const key = folders.join();
  const known =
    graphs.get(key) ??
    loadReference(folders.map((folder) => join(SHARED_DATA, 'reference', folder))).then(buildConcordance);
  graphs.set(key, known);
  return known;
}

/** Folders of the nomenclature of the set's year: BCN 2020 for the 2020 sets, BCN 2025 and 2024 otherwise. */
export function nomenclatureOf(set: string): readonly string[] {
  return set.endsWith('2020') ? ['bcn-2020'] : ['bcn-2025', 'bcn-2024'];
}

/** The graph of the nomenclature of the set's year. */
export const concordanceOf = (set: string): Promise<Concordance> => graphOf(nomenclatureOf(set));

/** Fingerprint of the labelled data: what a model was made from. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const set of SETS) hash.update(readFileSync(join(SHARED_DATA, 'gold', `${set}.csv`)));
  return hash.digest('hex');
}
