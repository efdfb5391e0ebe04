import { openTable, type OpenTableOptions, type RowRejection } from '../../../libs/sources/index.ts';

/** A file read to its end. */
export interface Reading {
  readonly table: string;
  readonly nom: string;
  readonly encodage: string;
  readonly separateur: string;
  readonly millesime: string;
  readonly inconnues: readonly string[];
  readonly rows: readonly object[];
  readonly rejets: readonly RowRejection[];
  /** Refused rows that stay readable. */
  readonly lisibles: readonly object[];
  /** Lines in the order in which they were given. */
  readonly lignes: readonly number[];
}

/** Opens a file and reads all of its lines. */
export async function readAll(path: string, options?: OpenTableOptions): Promise<Reading> {
  const opened = await openTable(path, options);
  const rows: object[] = [];
  const rejets: RowRejection[] = [];
  const lisibles: object[] = [];
  const lignes: number[] = [];
  for await (const line of opened.rows()) {
    lignes.push(line.ligne);
    if ('row' in line) rows.push(line.row);
    else {
      rejets.push(line.rejet);
      if (line.lisible) lisibles.push(line.lisible);
    }
  }
  const { table, nom, encodage, separateur, colonnesInconnues: inconnues } = opened;
  return {
    table,
    nom,
    encodage,
    separateur,
    millesime: opened.millesime(),
    inconnues,
    rows,
    rejets,
    lisibles,
    lignes,
  };
}
