import { z } from 'zod';
import { ACADEMIES } from '#matching';
import { conditionSchema } from './condition.ts';

/** What a rule says of the formations that it touches. The first two put them in the perimeter, the third out of it. */
export const CONDITIONS_INTEGRATION = ['doit_integrer', 'peut_integrer', 'ne_doit_pas_integrer'] as const;
export type ConditionIntegration = (typeof CONDITIONS_INTEGRATION)[number];

/** `sans_regle`: no rule touches the formation, and nobody has said whether it is in scope. */
export const PERIMETRES = ['dans', 'hors', 'sans_regle'] as const;
export type Perimetre = (typeof PERIMETRES)[number];

const PLATEFORMES = ['parcoursup', 'affelnet', 'apprentissage', 'generique'] as const;

export const academieSchema = z.enum(ACADEMIES.map(({ code }): string => code));
export const conditionIntegrationSchema = z.enum(CONDITIONS_INTEGRATION);

/** What an editor says of a rule. A null criterion leaves the rule open on it. */
export const regleEditSchema = z.strictObject({
  nom: z.string().trim().min(1).max(200),
  plateforme: z.enum(PLATEFORMES).nullable(),
  /** Type of diploma as the catalogue writes it ("BTS - Services"), or a family ("BTS"). */
  typeDiplome: z.string().trim().min(1).max(200).nullable(),
  filiere: z.enum(['scolaire', 'apprentissage']).nullable(),
  niveau: z.int().min(3).max(8).nullable(),
  conditionIntegration: conditionIntegrationSchema,
  condition: conditionSchema.nullable(),
  nomCondition: z.string().trim().max(200).nullable().default(null),
  priorite: z.int().min(-1000).max(1000),
});
export type RegleEdit = z.infer<typeof regleEditSchema>;

/** A rule with the académies that depart from it. */
export interface ReglePerimetre extends RegleEdit {
  readonly id: string;
  /** Rises with every change: what an edit must name. */
  readonly version: number;
  /** By académie code, what holds there instead of `conditionIntegration`. */
  readonly derogations: Readonly<Record<string, ConditionIntegration>>;
  readonly supprimeeLe: Date | null;
  readonly creeLe: Date;
  readonly modifieeLe: Date;
  readonly modifieePar: string;
}

/** What ranking and evaluation read of a rule. */
export type RegleAEvaluer = Pick<
  ReglePerimetre,
  | 'id'
  | 'plateforme'
  | 'typeDiplome'
  | 'filiere'
  | 'niveau'
  | 'conditionIntegration'
  | 'condition'
  | 'priorite'
  | 'derogations'
>;

export function perimetreOf(condition: ConditionIntegration): Perimetre {
  return condition === 'ne_doit_pas_integrer' ? 'hors' : 'dans';
}

/** Rules in the order in which they are asked: priority, then how much they specify, then id. The first that holds wins. */
export function rankRegles<Regle extends RegleAEvaluer>(regles: readonly Regle[]): Regle[] {
  return [...regles].sort(
    (a, b) =>
      b.priorite - a.priorite || specificity(b) - specificity(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function specificity({ plateforme, typeDiplome, filiere, niveau, condition }: RegleAEvaluer): number {
  return [plateforme, typeDiplome, filiere, niveau, condition].filter((value) => value !== null).length;
}
