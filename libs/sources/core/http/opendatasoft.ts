import type { TableId } from '../canonical.ts';
import type { Step, StepEvent, StepTools } from './connector.ts';
import { fileEvent } from './file-event.ts';
import type { HttpClient } from './http-client.ts';

/** A data set of an OpenDataSoft portal (explore API v2.1). */
export interface DatasetExport {
  readonly portail: string;
  readonly jeu: string;
  /** Filter in ODSQL. */
  readonly where?: string;
}

/**
 * Address of the whole data set as CSV. `records` stops at 10,000 rows, exports do not; `use_labels=false` keeps
 * the technical names of the columns, which do not change with their French titles.
 */
export function exportUrl({ portail, jeu, where }: DatasetExport): string {
  const url = new URL(`${portail}/api/explore/v2.1/catalog/datasets/${encodeURIComponent(jeu)}/exports/csv`);
  url.searchParams.set('delimiter', ';');
  url.searchParams.set('use_labels', 'false');
  if (where !== undefined) url.searchParams.set('where', where);
  return url.href;
}

/** Receives a data set as one file. */
export async function* exportDataset(
  client: HttpClient,
  tools: StepTools,
  step: Step,
  table: TableId,
  dataset: DatasetExport,
): AsyncGenerator<StepEvent> {
  yield await fileEvent(client, tools, step, { table, url: exportUrl(dataset), nom: `${dataset.jeu}.csv` });
}
