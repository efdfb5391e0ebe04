import type { Condition } from './condition.ts';

export const CONDITIONS_INTEGRATION = ['doit_integrer', 'peut_integrer', 'ne_doit_pas_integrer'] as const;
export type ConditionIntegration = (typeof CONDITIONS_INTEGRATION)[number];

/** What an editor says of a rule; null leaves it open on a criterion. */
export interface RegleEdit {
  nom: string;
  plateforme: string | null;
  typeDiplome: string | null;
  filiere: 'scolaire' | 'apprentissage' | null;
  niveau: number | null;
  conditionIntegration: ConditionIntegration;
  condition: Condition | null;
  nomCondition: string | null;
  priorite: number;
}

export interface ReglePerimetre extends RegleEdit {
  id: string;
  version: number;
  derogations: Record<string, ConditionIntegration>;
  supprimeeLe: string | null;
  creeLe: string;
  modifieeLe: string;
  modifieePar: string;
}

export interface LigneHistorique {
  id: string;
  version: number;
  acte: 'creation' | 'modification' | 'suppression' | 'restauration' | 'derogation' | 'retrait_derogation';
  academie: string | null;
  avant: Partial<ReglePerimetre> | null;
  apres: Partial<ReglePerimetre> | null;
  auteur: string;
  creeLe: string;
}

/** What a rule being written would touch in a campaign. */
export interface CompteDeRegle {
  campagneId: string;
  campagneNom: string;
  total: number;
  formations: number;
  places: number;
  voeux: number;
  decidees: number;
  entrent: number;
  sortent: number;
}

export interface ValeursPerimetre {
  types: { valeur: string; n: number }[];
  familles: { valeur: string; n: number }[];
  academies: { code: string; nom: string }[];
}
