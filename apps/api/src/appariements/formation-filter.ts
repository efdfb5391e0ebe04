import type { ConditionFormation } from './formation-condition.ts';

/** What a list of formations can be asked. */
export interface FormationFilter {
  /** A run that ended, whose results are then shown rather than those of the last one of each campaign. */
  readonly executionId?: string | undefined;
  readonly campagneId?: string | undefined;
  readonly q?: string | undefined;
  readonly statut?: string | undefined;
  readonly motif?: string | undefined;
  readonly academie?: string | undefined;
  readonly typeDiplome?: string | undefined;
  readonly uai?: string | undefined;
  readonly voie?: string | undefined;
  readonly decision?: string | undefined;
  readonly signature?: string | undefined;
  readonly perimetre?: string | undefined;
  readonly raisonCouverture?: string | undefined;
  /** The same before matching and decisions, and before the concordance graph. */
  readonly raisonConcordance?: string | undefined;
  readonly raisonCodes?: string | undefined;
  /** Type of diploma and académie as the coverage report counts them. */
  readonly typeCouverture?: string | undefined;
  readonly academieCode?: string | undefined;
  /** Tests joined by groups, on the facts of the catalogue and on the answer. */
  readonly condition?: ConditionFormation | undefined;
  readonly ids?: readonly string[] | undefined;
}
