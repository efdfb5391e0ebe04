import type { Cpf } from './etablissement.ts';

/** Whether a certification is bought with the CPF: a sign that its RNCP code is alive. */
export type ContexteCpf = Pick<Cpf, 'dansOffre' | 'annees' | 'vivant'>;

/** The figures of a formation, coverage first. */
export interface ChiffresFormation {
  couverture: string;
  chiffres: {
    nbAnneeTerm: number | null;
    tauxEnEmploi6Mois: number | null;
    tauxEnFormation: number | null;
  } | null;
}
