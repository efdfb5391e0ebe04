import { z } from 'zod';

/**
 * The closed grammar of conditions: tests on typed fields, joined by groups "et" and "ou". A rule's complementary
 * condition tests the fields of `CHAMPS`; the list of formations adds those of an answer. Nothing of it is ever SQL:
 * `condition.query.ts` compiles it to parameters, `evaluer-regles.ts` evaluates it in memory.
 */
export const CHAMPS = {
  plateforme: 'choix',
  typeDiplome: 'texte',
  famille: 'texte',
  voie: 'choix',
  niveau: 'nombre',
  academie: 'choix',
  libelle: 'texte',
  specialite: 'texte',
  etablissement: 'texte',
  commune: 'texte',
  uai: 'texte',
  cfd: 'texte',
  mef: 'texte',
  rncp: 'liste',
  capacite: 'nombre',
  voeux: 'nombre',
} as const;
export type Champ = keyof typeof CHAMPS;
export type GenreDeChamp = 'texte' | 'choix' | 'nombre' | 'liste';
export const NOMS_DE_CHAMP = Object.keys(CHAMPS) as [Champ, ...Champ[]];

export const OPERATEURS = [
  'egal',
  'different',
  'contient',
  'ne_contient_pas',
  'commence_par',
  'parmi',
  'inferieur',
  'inferieur_ou_egal',
  'superieur',
  'superieur_ou_egal',
  'vide',
  'non_vide',
] as const;
export type Operateur = (typeof OPERATEURS)[number];

/** What can be asked of each kind of field. */
export const OPERATEURS_DU_GENRE: Readonly<Record<GenreDeChamp, readonly Operateur[]>> = {
  texte: ['egal', 'different', 'contient', 'ne_contient_pas', 'commence_par', 'parmi', 'vide', 'non_vide'],
  choix: ['egal', 'different', 'parmi', 'vide', 'non_vide'],
  nombre: [
    'egal',
    'different',
    'inferieur',
    'inferieur_ou_egal',
    'superieur',
    'superieur_ou_egal',
    'vide',
    'non_vide',
  ],
  liste: ['contient', 'ne_contient_pas', 'vide', 'non_vide'],
};

export interface TestDeCondition<Nom extends string = Champ> {
  readonly type: 'test';
  readonly champ: Nom;
  readonly operateur: Operateur;
  /** A text, a number or a list of texts, as the operator wants; null for `vide` and `non_vide`. */
  readonly valeur: string | number | readonly string[] | null;
}

export interface GroupeDeConditions<Nom extends string = Champ> {
  readonly type: 'et' | 'ou';
  readonly conditions: readonly Condition<Nom>[];
}

export type Condition<Nom extends string = Champ> = TestDeCondition<Nom> | GroupeDeConditions<Nom>;

const MAX_PROFONDEUR = 4;
const MAX_TESTS = 50;

// PostgreSQL holds no NUL in a text.
const texte = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\u0000'), 'contient un caractère interdit');

function testSchema<Nom extends string>(champs: Readonly<Record<Nom, GenreDeChamp>>) {
  return z
    .strictObject({
      type: z.literal('test'),
      champ: z.enum(Object.keys(champs) as [Nom, ...Nom[]]),
      operateur: z.enum(OPERATEURS),
      valeur: z
        .union([texte, z.number().min(-1e9).max(1e9), z.array(texte).min(1).max(50)])
        .nullable()
        .default(null),
    })
    .superRefine(({ champ, operateur, valeur }, context) => {
      const genre = champs[champ];
      if (!OPERATEURS_DU_GENRE[genre].includes(operateur)) {
        const connus = OPERATEURS_DU_GENRE[genre].join(', ');
        context.addIssue({
          code: 'custom',
          path: ['operateur'],
          message: `le champ « ${champ} » ne se compare pas par « ${operateur} » : attendu ${connus}`,
        });
        return;
      }
      const attendu = valueExpected(genre, operateur);
      if (!attendu.accepte(valeur)) {
        context.addIssue({
          code: 'custom',
          path: ['valeur'],
          message: `« ${champ} » « ${operateur} » attend ${attendu.en}`,
        });
      }
    });
}

/** Kind of value that an operator wants, and how to say so. */
function valueExpected(
  genre: GenreDeChamp,
  operateur: Operateur,
): { en: string; accepte: (valeur: unknown) => boolean } {
  if (operateur === 'vide' || operateur === 'non_vide') {
    return { en: 'aucune valeur', accepte: (valeur) => valeur === null };
  }
  if (operateur === 'parmi') return { en: 'une liste de textes', accepte: Array.isArray };
  if (genre === 'nombre') return { en: 'un nombre', accepte: (valeur) => typeof valeur === 'number' };
  return { en: 'un texte', accepte: (valeur) => typeof valeur === 'string' };
}

/**
 * Schema of a condition over these fields, as it comes from the wire: typed, bounded, and never deeper than a person can
 * read.
 */
export function conditionSchemaOf<Nom extends string>(
  champs: Readonly<Record<Nom, GenreDeChamp>>,
): z.ZodType<Condition<Nom>> {
  const test = testSchema(champs) as unknown as z.ZodType<TestDeCondition<Nom>>;
  const condition: z.ZodType<Condition<Nom>> = z.lazy(() =>
    z.union([
      test,
      z.strictObject({
        type: z.enum(['et', 'ou']),
        conditions: z.array(condition).min(1, 'un groupe a au moins une condition').max(MAX_TESTS),
      }),
    ]),
  );
  return condition.superRefine((value, context) => {
    if (depthOf(value) > MAX_PROFONDEUR) {
      context.addIssue({ code: 'custom', message: `pas plus de ${MAX_PROFONDEUR} niveaux de groupes` });
    }
    if (testsOf(value) > MAX_TESTS) {
      context.addIssue({ code: 'custom', message: `pas plus de ${MAX_TESTS} conditions` });
    }
  });
}

/** A rule's complementary condition. */
export const conditionSchema = conditionSchemaOf(CHAMPS);

function depthOf(value: Condition<string>): number {
  return value.type === 'test' ? 0 : 1 + Math.max(...value.conditions.map(depthOf));
}

function testsOf(value: Condition<string>): number {
  return value.type === 'test' ? 1 : value.conditions.reduce((sum, inner) => sum + testsOf(inner), 0);
}
