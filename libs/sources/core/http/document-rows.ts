import type { TableId } from '../canonical.ts';
import { excerpt } from '../cell-text.ts';
import { isRefusal, type TableDefinition } from '../table-definition.ts';
import type { RowsEvent } from './connector.ts';

/** An answer that is read whole by the table's own reader. */
export interface DocumentAnswer<Id extends TableId> {
  readonly etape: string;
  readonly definition: TableDefinition<Id>;
  readonly value: unknown;
  /** What a file with this answer would be called. */
  readonly nom: string;
}

/** The rows and refusals of an answer; null when it holds none. */
export function documentRows<Id extends TableId>(answer: DocumentAnswer<Id>): RowsEvent | null {
  const { etape, definition, value, nom } = answer;
  const reader = definition.document;
  if (reader === undefined) throw new Error(`${definition.id} has no reader of whole values`);
  const lignes = [...reader.lire(value, { nom })].map((row, rank) => {
    const ligne = rank + 1;
    if (!isRefusal(row as object)) return { ligne, row };
    const { refus } = row as { refus: object };
    return { ligne, rejet: { ligne, ...refus, extrait: excerpt(JSON.stringify(value).slice(0, 201)) } };
  });
  if (lignes.length === 0) return null;
  const { id: table, colonnes } = definition;
  const event = { kind: 'rows', etape, table, lignes, colonnes, colonnesInconnues: [], revision: '' };
  // The rows are those of this table: its own reader made them.
  return event as unknown as RowsEvent;
}
