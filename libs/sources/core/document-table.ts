import type { RowTypes, TableId } from './canonical.ts';
import { excerpt } from './cell-text.ts';
import type { Format, JsonContent, RecordFile } from './record-file.ts';
import {
  isRefusal,
  type DocumentReader,
  type Refusal,
  type SourceId,
  type TableDefinition,
  type TableKind,
} from './table-definition.ts';
import type { Encodage, OpenedTable, ReadRow } from './table-reader.ts';

/** A JSON content whose values are read whole: each gives any number of rows, numbered as they come. */
export class DocumentTable implements OpenedTable {
  readonly table: TableId;
  readonly nom: string;
  readonly format: Format;
  readonly encodage: Encodage;
  readonly separateur = '';
  readonly colonnes: readonly string[];
  readonly colonnesInconnues: readonly string[] = [];

  constructor(
    private readonly file: RecordFile,
    private readonly json: JsonContent,
    private readonly reader: DocumentReader<RowTypes[TableId]>,
    definition: TableDefinition,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.table = definition.id;
    this.nom = file.nom;
    this.format = file.format;
    this.encodage = file.encodage;
    this.colonnes = definition.colonnes;
  }

  millesime(): string {
    return this.file.annonce;
  }

  async *rows(): AsyncGenerator<ReadRow<RowTypes[TableId]>> {
    const { racines } = this.reader;
    let ligne = 0;
    for await (const { value } of this.json.elements(this.table, this.signal, racines)) {
      for (const row of this.reader.lire(value, { nom: this.nom })) {
        ligne += 1;
        yield readRow<RowTypes[TableId]>(row, ligne, value);
      }
    }
  }
}

function readRow<Row extends object>(row: Row | Refusal, ligne: number, value: unknown): ReadRow<Row> {
  if (!isRefusal(row)) return { ligne, row };
  const extrait = excerpt(JSON.stringify(value).slice(0, 201));
  return { ligne, rejet: { ligne, ...row.refus, extrait } };
}

interface DocumentSpec<Id extends TableId> {
  readonly id: Id;
  readonly source: SourceId;
  readonly libelle: string;
  readonly kind: TableKind;
  /** The fields that are read, in the source's own names. */
  readonly colonnes: readonly string[];
  readonly document: DocumentReader<RowTypes[Id]>;
}

/** Makes a definition from a reader of whole JSON values. No header is that of such a table. */
export function defineDocumentTable<Id extends TableId>(spec: DocumentSpec<Id>): TableDefinition<Id> {
  return {
    ...spec,
    layouts: [],
    autres: [],
    revision: null,
    identite: null,
    readLine: (_raw, { ligne }) => ({
      ligne,
      rejet: {
        ligne,
        colonne: null,
        motif: 'DOCUMENT_ATTENDU',
        message: 'cette source se lit en JSON, pas en lignes',
        extrait: '',
      },
    }),
  };
}
