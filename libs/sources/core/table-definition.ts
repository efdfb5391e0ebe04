import type { z } from 'zod';
import { excerpt } from './cell-text.ts';
import type { RowTypes, TableId } from './canonical.ts';
import type { JsonShape } from './record-file.ts';
import type { ReadRow } from './table-reader.ts';

export type SourceId =
  | 'bcn'
  | 'onisep-passage'
  | 'onisep-ideo'
  | 'certif-info'
  | 'acce'
  | 'catalogue-apprentissage'
  | 'inserjeunes'
  | 'insersup'
  | 'sies'
  | 'quiforme'
  | 'organismes-formation'
  | 'cpf-offre'
  | 'cpf-achats'
  | 'cpf-usagers'
  | 'parcoursup'
  | 'affelnet'
  | 'encodages-manuels'
  | 'generique'
  | 'evaluation';

/** What the service does with a table: match with it, match it, or show it beside; or measure itself on it. */
export type TableKind = 'reference' | 'catalogue' | 'complement' | 'evaluation';

/** One known header of a table: it is that table when all `requises` and none of `interdites` are there. */
export interface Layout {
  readonly requises: readonly string[];
  readonly interdites?: readonly string[];
}

/** What a parser may know of the line beside its cells. */
export interface LineContext {
  readonly ligne: number;
  /** Name of the file: some say there what no column does, such as the vintage. */
  readonly nom?: string;
  /** Whether the file has this column. */
  readonly has: (colonne: string) => boolean;
}

/** What a parser finds wrong with a line whose cells were readable. */
export interface Refusal {
  readonly refus: { readonly colonne: string | null; readonly motif: string; readonly message: string };
  /** The row with its faulty cell set to null, where it can still be matched. */
  readonly lisible?: unknown;
}

/** One table of a source: how its header is recognised and what a line becomes. */
export interface TableDefinition<Id extends TableId = TableId> {
  readonly id: Id;
  readonly source: SourceId;
  readonly libelle: string;
  readonly kind: TableKind;
  readonly layouts: readonly Layout[];
  /** Columns that the parser reads, in the source's own names. */
  readonly colonnes: readonly string[];
  /** Columns that are known to be there in some vintage and say nothing we need. */
  readonly autres: readonly (string | RegExp)[];
  /** Column whose greatest date orders the vintages. */
  readonly revision: string | null;
  /** Column that names a row, in which a second use refuses the line. */
  readonly identite: string | null;
  readLine(raw: Readonly<Record<string, string>>, context: LineContext): ReadRow<RowTypes[Id]>;
  /** How its JSON is read, where it is no list of flat records. */
  readonly document?: DocumentReader<RowTypes[Id]>;
}

/** Reads the whole values of a JSON content, whose records hold lists of objects or are spread over it. */
export interface DocumentReader<Row> {
  /** Whether the values of a JSON content are this table's. */
  reconnait(json: JsonShape): boolean;
  /** Whether it needs the root values whole rather than the records inside them. */
  readonly racines: boolean;
  /** The rows of one value. */
  lire(value: unknown, context: { readonly nom: string }): Iterable<Row | Refusal>;
}

interface TableSpec<Id extends TableId, Shape extends z.ZodRawShape> {
  readonly id: Id;
  readonly source: SourceId;
  readonly libelle: string;
  readonly kind: TableKind;
  readonly layouts: readonly Layout[];
  readonly schema: z.ZodObject<Shape>;
  readonly autres?: readonly (string | RegExp)[];
  readonly revision?: string;
  readonly identite?: string;
  readonly toRow: (
    cells: z.output<z.ZodObject<Shape>>,
    context: LineContext,
  ) => RowTypes[Id] | (Refusal & { readonly lisible?: RowTypes[Id] });
}

function motifOf(issue: z.core.$ZodIssue): string {
  const params = issue.code === 'custom' ? issue.params : undefined;
  return typeof params?.['motif'] === 'string' ? params['motif'] : 'CELLULE_INVALIDE';
}

/** Whether a parser refused its line. */
export function isRefusal<Row extends object>(value: Row | Refusal): value is Refusal {
  return 'refus' in value;
}

/** Makes a definition from a zod schema of the raw row and a function to the canonical row. */
export function defineTable<Id extends TableId, Shape extends z.ZodRawShape>(
  spec: TableSpec<Id, Shape>,
): TableDefinition<Id> {
  const readLine = (raw: Readonly<Record<string, string>>, context: LineContext): ReadRow<RowTypes[Id]> => {
    const { ligne } = context;
    const parsed = spec.schema.safeParse(raw);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const colonne = issue?.path[0] === undefined ? null : String(issue.path[0]);
      const cell = colonne === null ? '' : (raw[colonne] ?? '');
      return {
        ligne,
        rejet: {
          ligne,
          colonne,
          motif: issue ? motifOf(issue) : 'CELLULE_INVALIDE',
          message: issue?.message ?? 'ligne illisible',
          extrait: excerpt(cell),
        },
      };
    }
    const row = spec.toRow(parsed.data, context);
    if (!isRefusal(row)) return { ligne, row };
    const { colonne, motif, message } = row.refus;
    const extrait = excerpt(colonne === null ? '' : (raw[colonne] ?? ''));
    const rejet = { ligne, colonne, motif, message, extrait };
    return row.lisible === undefined ? { ligne, rejet } : { ligne, rejet, lisible: row.lisible };
  };
  return {
    id: spec.id,
    source: spec.source,
    libelle: spec.libelle,
    kind: spec.kind,
    layouts: spec.layouts,
    colonnes: Object.keys(spec.schema.shape),
    autres: spec.autres ?? [],
    revision: spec.revision ?? null,
    identite: spec.identite ?? null,
    readLine,
  };
}
