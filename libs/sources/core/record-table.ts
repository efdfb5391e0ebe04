import type { RowTypes, TableId } from './canonical.ts';
import { excerpt } from './cell-text.ts';
import { parseDate } from './date-cell.ts';
import { unknownColumns, type Columns } from './recognise.ts';
import type { Format, RecordFile, TableRecord } from './record-file.ts';
import type { TableDefinition } from './table-definition.ts';
import type { Encodage, OpenedTable, ReadRow } from './table-reader.ts';

/** A content that was found to be a table: its records become canonical rows or refusals. */
export class RecordTable implements OpenedTable {
  readonly table: TableId;
  readonly nom: string;
  readonly format: Format;
  readonly encodage: Encodage;
  readonly separateur: string;
  readonly colonnes: readonly string[];
  readonly colonnesInconnues: readonly string[];
  private readonly columns: Columns;
  private readonly indexes: readonly (readonly [colonne: string, index: number])[];
  private readonly width: number;
  private revision: string;

  constructor(
    private readonly file: RecordFile,
    private readonly definition: TableDefinition,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.columns = file.columns;
    this.table = definition.id;
    this.nom = file.nom;
    this.format = file.format;
    this.encodage = file.encodage;
    this.separateur = file.separateur;
    this.colonnes = this.columns.names;
    this.indexes = definition.colonnes.map((colonne) => [colonne, this.columns.indexOf(colonne)] as const);
    this.colonnesInconnues = unknownColumns(this.columns, definition);
    this.width = 1 + this.colonnes.reduce((last, name, index) => (name === '' ? last : index), -1);
    this.revision = file.annonce;
  }

  millesime(): string {
    return this.revision;
  }

  async *rows(): AsyncGenerator<ReadRow<RowTypes[TableId]>> {
    const { identite, revision } = this.definition;
    const identityIndex = identite === null ? -1 : this.columns.indexOf(identite);
    const revisionIndex = revision === null ? -1 : this.columns.indexOf(revision);
    const seen = new Map<string, number>();
    for await (const record of this.file.records(this.table, this.signal)) {
      const { ligne, cells } = record;
      this.noteRevision(cells[revisionIndex]);
      const wrong = this.format === 'csv' ? this.wrongWidth(record) : null;
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
        nom: this.nom,
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
  private wrongWidth({ ligne, cells }: TableRecord): ReadRow<never> | null {
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
