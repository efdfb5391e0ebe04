import type { TableId } from '#sources';
import { REFERENCE_TABLES } from '../referentiels/reference-data.ts';

/** One of the choices of snapshots that a campaign may make for its next run. */
export interface Epinglables {
  readonly colonne: 'references_ids' | 'etablissements_ids';
  /** Tables whose snapshots may be chosen. */
  readonly tables: readonly TableId[];
  /** Code of the error that another table gives, and who would not read it. */
  readonly refus: string;
  readonly lecteur: string;
  /** What the journal calls the act, and its objects. */
  readonly acte: string;
  readonly objets: string;
}

/** What the engine reads. */
export const REFERENCES: Epinglables = {
  colonne: 'references_ids',
  tables: REFERENCE_TABLES,
  refus: 'PAS_UN_REFERENTIEL',
  lecteur: "l'appariement",
  acte: 'references_epinglees',
  objets: 'référentiels',
};
