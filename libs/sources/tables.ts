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
import type { TableId } from './core/canonical.ts';
import type { SourceId, TableDefinition } from './core/table-definition.ts';
import { generique } from './generique/generique.ts';
import { onisepPassage } from './onisep/table-passage.ts';
import { parcoursup } from './parcoursup/parcoursup.ts';
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
  readonly kind: 'reference' | 'catalogue' | 'evaluation';
  /** Columns of each known header without which a file is not this table. */
  readonly colonnesRequises: readonly (readonly string[])[];
}

const LICENCE_OUVERTE = 'Licence Ouverte 2.0 (Etalab)';

const PRODUCERS: readonly Omit<SourceDescription, 'tables' | 'fichier' | 'api' | 'planifiable'>[] = [
  {
    id: 'bcn',
    libelle: 'Base centrale des nomenclatures',
    producteur: "DEPP, ministère chargé de l'éducation nationale",
    licence: LICENCE_OUVERTE,
    cadence: 'au fil des arrêtés, extraction mensuelle conseillée',
  },
  {
    id: 'sise',
    libelle: "Nomenclatures de l'enseignement supérieur (SISE)",
    producteur: "SIES, ministère chargé de l'enseignement supérieur",
    licence: LICENCE_OUVERTE,
    cadence: 'annuelle',
  },
  {
    id: 'onisep',
    libelle: 'Table de passage des codes certifications et formations',
    producteur: 'Onisep',
    licence: 'ODbL 1.0',
    cadence: 'mensuelle',
  },
  {
    id: 'certif-info',
    libelle: 'Référentiel Certif Info',
    producteur: 'Réseau des Carif-Oref',
    licence: 'conditions du Réseau des Carif-Oref',
    cadence: 'quotidienne',
  },
  {
    id: 'parcoursup',
    libelle: 'Catalogue des formations de Parcoursup',
    producteur: "Ministère chargé de l'enseignement supérieur",
    licence: 'usage interne des ministères',
    cadence: 'à chaque campagne',
  },
  {
    id: 'affelnet',
    libelle: "Catalogue des formations d'Affelnet",
    producteur: "Dgesco, ministère chargé de l'éducation nationale",
    licence: 'usage interne des ministères',
    cadence: 'à chaque campagne',
  },
  {
    id: 'carif-oref',
    libelle: 'Offre de formation en apprentissage',
    producteur: 'Réseau des Carif-Oref',
    licence: 'usage interne des ministères',
    cadence: 'quotidienne',
  },
  {
    id: 'generique',
    libelle: 'Catalogue au format générique',
    producteur: 'Vous',
    licence: 'celle de votre fichier',
    cadence: 'à votre gré',
  },
];

/** The connectors: all read files; none calls an API by itself. */
export const SOURCES: readonly SourceDescription[] = PRODUCERS.map((producer) => ({
  ...producer,
  fichier: true,
  api: false,
  planifiable: false,
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
    colonnesRequises: table.layouts.map((layout) => layout.requises),
  })),
);
