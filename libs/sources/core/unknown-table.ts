import type { TableId } from './canonical.ts';
import { excerpt } from './cell-text.ts';
import { SourceFormatError, UnknownTableError, type SourceError, type SourceErrorDetails } from './errors.ts';
import { nearestTable } from './recognise.ts';
import type { Format, RecordFile } from './record-file.ts';
import type { TableDefinition } from './table-definition.ts';

/** What was found instead of the expected table. */
export interface Mismatch {
  readonly nom: string;
  readonly expected: TableId | undefined;
  readonly files: readonly RecordFile[];
  /** The table that the file turns out to be, when it is another than the expected one. */
  readonly actual: TableDefinition | undefined;
}

/** What a content is where it is no CSV, for messages. */
const FORMATS: Readonly<Partial<Record<Format, string>>> = {
  json: 'JSON',
  xml: 'XML ou HTML',
  xlsx: 'classeur',
};

/**
 * The error of a file that cannot be read as a table: another table than the expected one, a known table
 * with columns missing, or no known table.
 */
export function explainMismatch(mismatch: Mismatch, definitions: readonly TableDefinition[]): SourceError {
  const { nom, expected, actual } = mismatch;
  const header = mismatch.files[0];
  const ligne = header?.ligne ?? 1;
  const where = `${nom}, ligne ${String(ligne)}`;
  const wanted = definitions.filter((table) => table.id === expected);
  const isExpected = wanted.length > 0;
  const near = header ? nearestTable(header.columns, isExpected ? wanted : definitions, isExpected) : null;
  const manquantes = near?.manquantes ?? [];
  const details = (source: string): SourceErrorDetails => ({
    source,
    fichier: nom,
    ligne,
    ...(manquantes[0] !== undefined && { colonne: manquantes[0] }),
    ...(header !== undefined && { colonnes: header.columns.names }),
  });
  const missing = `${manquantes.length > 1 ? 'colonnes absentes' : 'colonne absente'} : ${manquantes.join(', ')}`;
  if (actual !== undefined) {
    const asked = wanted[0]?.libelle ?? '';
    const why = manquantes.length > 0 ? ` (${missing})` : '';
    return new SourceFormatError(
      `${where} : le fichier est « ${actual.libelle} » alors que « ${asked} » est attendu${why}.`,
      details(expected ?? actual.id),
    );
  }
  const seen = excerpt(header?.columns.names.join(' ; ') ?? '');
  if (near !== null && manquantes.length > 0) {
    return new SourceFormatError(
      `${where}, ${missing}. Sans elle${manquantes.length > 1 ? 's' : ''}, le fichier ne peut pas être lu comme ` +
        `« ${near.table.libelle} ». En-tête lu : ${seen}`,
      details(near.table.id),
    );
  }
  const format = FORMATS[header?.format ?? 'csv'];
  const what =
    format === undefined
      ? "aucune table connue n'a cet en-tête"
      : `aucune table connue n'a ces champs (${format})`;
  return new UnknownTableError(`${where} : ${what}. En-tête lu : ${seen}`, details(expected ?? 'inconnue'));
}
