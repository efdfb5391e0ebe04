import type { Voie } from '../formation.ts';
import type { IsoDate } from '../reference-data.ts';
import type { FichesEtablissements } from './fiches.ts';

/** What the checks read of a row, and where they look. */
export interface EntreeControle {
  readonly rentree: IsoDate;
  readonly voie: Voie | null;
  readonly uai: string | null;
  /** The import refused the row's UAI; it is then no longer there. */
  readonly uaiRefusee: boolean;
  /** The row's own SIRET. */
  readonly siret: string | null;
  /** What the row gives for a SIRET, where it is none. */
  readonly siretRefuse: string | null;
  /** RNCP of the certification that is kept for the row. */
  readonly rncp: readonly string[];
  /** The certification that is kept is one of the State's own diplomas (`estDiplomeDEtat`). */
  readonly certificationDEtat: boolean;
  readonly fiches: FichesEtablissements;
}
