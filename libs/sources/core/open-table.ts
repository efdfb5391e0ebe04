import { basename } from 'node:path';
import type { CatalogueTableId, RowTypes, TableId } from './canonical.ts';
import { excerpt } from './cell-text.ts';
import { openCsvFiles, type CsvFile } from './csv-file.ts';
import { readRecords, type CsvRecord } from './csv-records.ts';
import { parseDate } from './date-cell.ts';
import { SourceFormatError, UnknownTableError, type SourceError } from './errors.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { nearestTable, tablesOf, type Columns } from './recognise.ts';
import type { TableDefinition } from './table-definition.ts';
import type { OpenedTable, OpenOptions, ReadRow } from './table-reader.ts';

/** How to open a table, beyond what every caller may ask. */
export interface OpenTableOptions extends OpenOptions {
  /** Reads the file as this catalogue, and as nothing else. */
  readonly plateforme?: CatalogueTableId;
  readonly limites?: Partial<Limits>;
}

/**
 * Opens a file (plain, gzip or zip, told by its bytes), finds its encoding, separator and table by its
 * content alone, and gives it ready to be streamed once. The whole text is read once here, so that a cut,
 * binary or badly encoded file is refused before its first row.
 *
 * Throws SourceFileError (no such file), SourceFormatError (empty, binary, cut, column missing, not the
 * expected table) or UnknownTableError (no table has this header), each with a French message.
 */
export async function openTableAmong(
  definitions: readonly TableDefinition[],
  path: string,
  options: OpenTableOptions,
): Promise<OpenedTable> {
  const nom = options.nom ?? basename(path);
  const expected = options.plateforme ?? options.attendu;
  const file = {
    path,
    nom,
    source: expected ?? 'inconnue',
    limits: { ...DEFAULT_LIMITS, ...options.limites },
  };
  // With a platform the header is that platform's or an error; another table is then only named.
  const isKnown = (columns: Columns): boolean => tablesOf(columns, definitions).length > 0;
  const csvFiles = await openCsvFiles(file, options, isKnown);
  const readable = csvFiles.flatMap((csv) => {
    const tables = tablesOf(csv.header.columns, definitions);
    const table = tables.find((found) => found.id === expected) ?? tables[0];
    return table === undefined ? [] : [{ csv, table }];
  });
  const chosen = readable.filter(({ table }) => expected === undefined || table.id === expected);
  const [only, other] = chosen;
  if (only !== undefined && other === undefined) return new CsvTable(only.csv, only.table, options.signal);
  if (only !== undefined && other !== undefined) {
    const names = chosen.map(({ csv, table }) => `${csv.nom} : ${table.libelle}`).join(' ; ');
    throw new SourceFormatError(`${nom} : l'archive contient plusieurs tables (${names}).`, {
      source: file.source,
      fichier: nom,
    });
  }
  throw explainUnknown(csvFiles, readable, definitions, nom, expected);
}

function explainUnknown(
  csvFiles: readonly CsvFile[],
  readable: readonly { csv: CsvFile; table: TableDefinition }[],
  definitions: readonly TableDefinition[],
  nom: string,
  expected: TableId | undefined,
): SourceError {
  const csv = csvFiles[0];
  const columns = csv?.header.columns;
  const ligne = csv?.header.ligne ?? 1;
  const wanted = definitions.filter((table) => table.id === expected);
  const near = columns && nearestTable(columns, wanted.length > 0 ? wanted : definitions, wanted.length > 0);
  const is = readable[0]?.table;
  const seen = excerpt(columns?.names.join(' ; ') ?? '');
  if (is !== undefined) {
    const asked = wanted[0]?.libelle ?? expected ?? '';
    return new SourceFormatError(
      `${nom}, ligne ${String(ligne)} : le fichier est « ${is.libelle} » alors que « ${asked} » est attendu` +
        `${near && near.manquantes.length > 0 ? ` (colonne ${near.manquantes.join(', ')} absente)` : ''}.`,
      {
        source: expected ?? is.id,
        fichier: nom,
        ligne,
        ...(near?.manquantes[0] && { colonne: near.manquantes[0] }),
      },
    );
  }
  if (near && near.manquantes.length > 0) {
    const { table, manquantes } = near;
    const several = manquantes.length > 1;
    return new SourceFormatError(
      `${nom}, ligne ${String(ligne)} : ${several ? 'les colonnes' : 'la colonne'} « ${manquantes.join(' », « ')} » ` +
        `${several ? 'manquent' : 'manque'} pour lire « ${table.libelle} ». En-tête lu : ${seen}`,
      {
        source: table.id,
        fichier: nom,
        ligne,
        ...(manquantes[0] !== undefined && { colonne: manquantes[0] }),
      },
    );
  }
  return new UnknownTableError(
    `${nom}, ligne ${String(ligne)} : aucune table connue n'a cet en-tête. En-tête lu : ${seen}`,
    { source: expected ?? 'inconnue', fichier: nom, ligne },
  );
}

class CsvTable implements OpenedTable {
  readonly table: TableId;
  readonly nom: string;
  readonly encodage;
  readonly separateur: string;
  readonly colonnes: readonly string[];
  readonly colonnesInconnues: readonly string[];
  private readonly columns: Columns;
  private readonly indexes: readonly (readonly [colonne: string, index: number])[];
  private readonly width: number;
  private revision: string;

  constructor(
    private readonly csv: CsvFile,
    private readonly definition: TableDefinition,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.columns = csv.header.columns;
    this.table = definition.id;
    this.nom = csv.nom;
    this.encodage = csv.body.encodage;
    this.separateur = csv.body.separateur;
    this.colonnes = this.columns.names;
    this.indexes = definition.colonnes.map((colonne) => [colonne, this.columns.indexOf(colonne)] as const);
    const read = new Set(this.indexes.map(([, index]) => index));
    this.colonnesInconnues = this.colonnes.filter((name, index) => name !== '' && !read.has(index));
    this.width = 1 + this.colonnes.reduce((last, name, index) => (name === '' ? last : index), -1);
    this.revision = csv.header.commentDate;
  }

  millesime(): string {
    return this.revision;
  }

  async *rows(): AsyncGenerator<ReadRow<RowTypes[TableId]>> {
    const { identite, revision } = this.definition;
    const identityIndex = identite === null ? -1 : this.columns.indexOf(identite);
    const revisionIndex = revision === null ? -1 : this.columns.indexOf(revision);
    const seen = new Map<string, number>();
    for await (const record of readRecords(this.csv.body, this.signal)) {
      const { ligne, cells } = record;
      this.noteRevision(cells[revisionIndex]);
      const wrong = this.wrongWidth(record);
      if (wrong) {
        yield wrong;
        continue;
      }
      const id = cells[identityIndex]?.trim() ?? '';
      const first = id === '' ? undefined : seen.get(id);
      if (first !== undefined && identite !== null) {
        const message = `l'identifiant « ${id} » est déjà celui de la ligne ${String(first)}`;
        const extrait = excerpt(id);
        yield {
          ligne,
          rejet: { ligne, colonne: identite, motif: 'IDENTIFIANT_EN_DOUBLE', message, extrait },
        };
        continue;
      }
      if (id !== '') seen.set(id, ligne);
      yield this.definition.readLine(this.rawOf(cells), {
        ligne,
        has: (colonne) => this.columns.has(colonne),
      });
    }
  }

  private rawOf(cells: readonly string[]): Record<string, string> {
    const raw: Record<string, string> = {};
    for (const [colonne, index] of this.indexes) raw[colonne] = cells[index] ?? '';
    return raw;
  }

  private noteRevision(cell: string | undefined): void {
    const date = cell === undefined ? null : parseDate(cell);
    if (date && date > this.revision) this.revision = date;
  }

  /** Columns without a name may be missing and cells beyond the header may be there, as long as they are empty. */
  private wrongWidth({ ligne, cells }: CsvRecord): ReadRow<never> | null {
    const found = String(cells.length);
    const expected = String(this.colonnes.length);
    const extrait = excerpt(cells.join(this.separateur));
    if (cells.length < this.width) {
      const message = `${found} cellules au lieu de ${expected} : il en manque`;
      return { ligne, rejet: { ligne, colonne: null, motif: 'CELLULES_MANQUANTES', message, extrait } };
    }
    if (cells.slice(this.colonnes.length).some((cell) => cell.trim() !== '')) {
      const message = `${found} cellules au lieu de ${expected} : il y en a trop`;
      return { ligne, rejet: { ligne, colonne: null, motif: 'CELLULES_EN_TROP', message, extrait } };
    }
    return null;
  }
}
