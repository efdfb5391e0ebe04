import { affelnet } from './affelnet/affelnet.ts';
import { enquete51 } from './bcn/enquete-51.ts';
import { nFormationDiplome } from './bcn/n-formation-diplome.ts';
import { nGroupeFormation } from './bcn/n-groupe-formation.ts';
import { nLienFormationGroupe } from './bcn/n-lien-formation-groupe.ts';
import { nMef } from './bcn/n-mef.ts';
import { nNiveauFormationDiplome } from './bcn/n-niveau-formation-diplome.ts';
import { vFormationDiplome } from './bcn/v-formation-diplome.ts';
import { apprentissage } from './carif-oref/apprentissage.ts';
import { certifInfo } from './certif-info/certif-info.ts';
import { COMPLEMENTS } from './complements.ts';
import { CONNECTORS } from './connectors.ts';
import type { TableId } from './core/canonical.ts';
import type { SourceId, TableDefinition, TableKind } from './core/table-definition.ts';
import { generique } from './generique/generique.ts';
import { onisepPassage } from './onisep/table-passage.ts';
import { parcoursup } from './parcoursup/parcoursup.ts';
import { PRODUCERS } from './producers.ts';
import { cfdSise } from './sise/cfd-sise.ts';
import { nDiplomeSise } from './sise/n-diplome-sise.ts';
import { nTypeDiplomeSise } from './sise/n-type-diplome-sise.ts';

/** Every table, its parser included; their headers exclude one another. */
export const DEFINITIONS: readonly TableDefinition[] = [
  nFormationDiplome,
  vFormationDiplome,
  enquete51,
  nMef,
  nNiveauFormationDiplome,
  nGroupeFormation,
  nLienFormationGroupe,
  nDiplomeSise,
  nTypeDiplomeSise,
  cfdSise,
  onisepPassage,
  certifInfo,
  parcoursup,
  affelnet,
  apprentissage,
  generique,
  ...COMPLEMENTS,
] as readonly TableDefinition[];

/** What a source is and what can be done with it, for `concordance sources` and the back office. */
export interface SourceDescription {
  readonly id: SourceId;
  readonly libelle: string;
  readonly producteur: string;
  readonly licence: string;
  /** How often the producer publishes, in words. */
  readonly cadence: string;
  /** Whether a file can be imported, and whether an API can be called. */
  readonly fichier: boolean;
  readonly api: boolean;
  /** Whether the import can run on a schedule, without anyone. */
  readonly planifiable: boolean;
  readonly tables: readonly TableId[];
}

/** One table of a source, without its parser. */
export interface TableDescription {
  readonly id: TableId;
  readonly libelle: string;
  readonly source: SourceId;
  readonly producteur: string;
  readonly licence: string;
  readonly cadence: string;
  readonly kind: TableKind;
  /** Columns that the parser reads, required or not. */
  readonly colonnes: readonly string[];
  /** Columns of each known header without which a file is not this table. */
  readonly colonnesRequises: readonly (readonly string[])[];
}

const WITH_SERVICE: ReadonlySet<SourceId> = new Set(CONNECTORS.map(({ id }) => id));

/** The sources: all read files; those whose service is known are called too, by hand or on a schedule. */
export const SOURCES: readonly SourceDescription[] = PRODUCERS.map((producer) => ({
  ...producer,
  fichier: true,
  api: WITH_SERVICE.has(producer.id),
  planifiable: WITH_SERVICE.has(producer.id),
  tables: DEFINITIONS.filter((table) => table.source === producer.id).map((table) => table.id),
}));

/** The tables that files can be. */
export const TABLES: readonly TableDescription[] = PRODUCERS.flatMap(({ id, producteur, licence, cadence }) =>
  DEFINITIONS.filter((table) => table.source === id).map((table) => ({
    id: table.id,
    libelle: table.libelle,
    source: id,
    producteur,
    licence,
    cadence,
    kind: table.kind,
    colonnes: table.colonnes,
    colonnesRequises: table.layouts.map((layout) => layout.requises),
  })),
);
