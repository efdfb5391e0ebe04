import type { ReferenceData, ReferenceTable, Vintage } from '#matching';
import { TABLES, type ReferenceTableId, type RowTypes, type TableId } from '#sources';

/** Tables of a catalogue: a campaign's input, never a reference. */
export const CATALOGUE_TABLES = [
  'parcoursup',
  'affelnet',
  'apprentissage',
  'generique',
] as const satisfies TableId[];

/** Tables that the engine reads: neither catalogues, nor the figures and establishments shown beside. */
export const REFERENCE_TABLES: readonly TableId[] = TABLES.filter(({ kind }) => kind === 'reference').map(
  ({ id }) => id,
);

export function isReferenceTable(table: TableId): table is ReferenceTableId {
  return REFERENCE_TABLES.includes(table);
}

/** Where a vintage comes among those of its table. */
interface Rang {
  readonly millesime: string;
  readonly sha256: string;
}

interface ReadVintage<Row> extends Vintage<Row> {
  /** Of the file: orders two vintages with the same date the same way everywhere. */
  readonly sha256: string;
}

/**
 * Collects vintages, one snapshot or file at a time, into what the engine reads. The compiler checks here that
 * the canonical rows of the sources are the rows the engine wants.
 */
export class ReferenceDataBuilder {
  private readonly vintages: { [Table in ReferenceTable]: ReadVintage<RowTypes[Table]>[] } = {
    n_formation_diplome: [],
    v_formation_diplome: [],
    enquete_51: [],
    n_mef: [],
    n_niveau_formation_diplome: [],
    n_groupe_formation: [],
    n_lien_formation_groupe: [],
    n_diplome_sise: [],
    n_type_diplome_sise: [],
    cfd_sise: [],
    onisep_passage: [],
    certif_info: [],
    kit_apprentissage: [],
    rncp_fiche: [],
    rncp_remplacement: [],
    ideo_fiche: [],
    ideo_formation_initiale: [],
    famille_metiers: [],
    n_lien_mef_famille_metier: [],
    catalogue_apprentissage: [],
  };

  add(table: ReferenceTable, vintage: ReadVintage<RowTypes[ReferenceTable]>): void {
    // Rows are those of their table wherever they were read; the compiler does not follow the pair through a union.
    const list = this.vintages[table] as ReadVintage<unknown>[];
    list.push(vintage);
  }

  /** The same files give the same data in the same order, whoever read them and in whatever order. */
  build(): ReferenceData {
    for (const list of Object.values(this.vintages)) {
      list.sort(byVintage);
    }
    return this.vintages;
  }
}

/** The oldest first; the same order wherever they were read. */
export function byVintage(a: Rang, b: Rang): number {
  return compare(a.millesime, b.millesime) || compare(a.sha256, b.sha256);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
