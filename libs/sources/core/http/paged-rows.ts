import { z } from 'zod';
import type { TableId } from '../canonical.ts';
import { SourceFormatError } from '../errors.ts';
import type { TableDefinition } from '../table-definition.ts';
import { rowsOf, type ApiRecord } from './api-rows.ts';
import type { Json, Step, StepEvent } from './connector.ts';

/** One page, as the adapter of a service understands it. */
export interface Page {
  readonly records: readonly ApiRecord[];
  /** What the next page is asked by, or null when this is the last one. */
  readonly suivante: number | null;
  /** Rows in all, where the service says so. */
  readonly total: number | null;
}

export interface PagedStep<Id extends TableId> {
  readonly source: string;
  readonly step: Step;
  readonly definition: TableDefinition<Id>;
  /** What the first page is asked by: 1 for page numbers, 0 for offsets. */
  readonly first: number;
  readonly position: Json | null;
  readonly ignorees?: readonly (string | RegExp)[];
  readonly fetch: (page: number) => Promise<Page>;
}

const positionShape = z.object({ page: z.int(), lues: z.int().min(0) });

/**
 * Reads a list page by page; the position names the next page, so that an import resumes there. A list that
 * stops before the total that it announced is refused: half a list must not pass for a list.
 */
export async function* pagedRows<Id extends TableId>(paged: PagedStep<Id>): AsyncGenerator<StepEvent> {
  const { source, step, definition, position, first, ignorees, fetch } = paged;
  const start = position === null ? { page: first, lues: 0 } : positionShape.parse(position);
  let lues = start.lues;
  for (let page: number | null = start.page; page !== null;) {
    const { records, suivante, total } = await fetch(page);
    const rows = rowsOf({ source, etape: step.id, definition, records, premiere: lues + 1, ignorees });
    if (rows !== null) yield rows;
    lues += records.length;
    if (suivante === null && total !== null && lues < total) {
      const message = `${source} : la liste s'arrête à ${String(lues)} lignes sur ${String(total)} annoncées.`;
      throw new SourceFormatError(message, { source });
    }
    if (suivante !== null && suivante <= page) {
      throw new SourceFormatError(`${source} : la pagination du service n'avance pas.`, { source });
    }
    page = suivante;
    if (page !== null) yield { kind: 'position', position: { page, lues } };
  }
  if (lues === 0) {
    throw new SourceFormatError(`${source} : le service n'a rendu aucune ligne (${step.libelle}).`, {
      source,
    });
  }
}
