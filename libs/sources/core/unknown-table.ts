import type { TableId } from './canonical.ts';
import { excerpt } from './cell-text.ts';
import type { CsvFile } from './csv-file.ts';
import { SourceFormatError, UnknownTableError, type SourceError, type SourceErrorDetails } from './errors.ts';
import { nearestTable } from './recognise.ts';
import type { TableDefinition } from './table-definition.ts';

/** What was found instead of the expected table. */
export interface Mismatch {
  readonly nom: string;
  readonly expected: TableId | undefined;
  readonly csvFiles: readonly CsvFile[];
  /** The table that the file turns out to be, when it is another than the expected one. */
  readonly actual: TableDefinition | undefined;
}

/**
 * The error of a file that cannot be read as a table: another table than the expected one, a known table
 * with columns missing, or no known table.
 */
export function explainMismatch(mismatch: Mismatch, definitions: readonly TableDefinition[]): SourceError {
  const { nom, expected, actual } = mismatch;
  const header = mismatch.csvFiles[0]?.header;
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
  const markup = /^\s*[{[]/.test(seen) ? 'JSON' : /^\s*</.test(seen) ? 'XML ou HTML' : null;
  const what =
    markup === null ? "aucune table connue n'a cet en-tête" : `le contenu est du ${markup}, pas un CSV`;
  return new UnknownTableError(`${where} : ${what}. En-tête lu : ${seen}`, details(expected ?? 'inconnue'));
}
