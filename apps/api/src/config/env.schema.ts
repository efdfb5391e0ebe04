import { z } from 'zod';
import { Secret } from './secret.ts';

/** Levels in rising order; `silent` writes nothing. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Where the services that are called may be: on the Internet only; on the ministry's own network too; or on this very
 * machine in plain http, to play them.
 */
export const RESEAUX = ['public', 'prive', 'local'] as const;
export type Reseau = (typeof RESEAUX)[number];

const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max));

const urlWithScheme = (...schemes: readonly string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol))
    .transform((value) => new Secret(value));

interface Variable {
  readonly schema: z.ZodType;
  /** What is expected, in French: the only thing said about a wrong value, which may be a secret. */
  readonly attendu: string;
}

/**
 * Every variable that Concordance reads, but for those of the services it calls (connector-variables.ts). `docs/` and
 * the typo guard follow this table.
 */
export const VARIABLES = {
  DATABASE_URL: {
    schema: urlWithScheme('postgres:', 'postgresql:').optional(),
    attendu: 'une adresse postgres://…',
  },
  REDIS_URL: { schema: urlWithScheme('redis:', 'rediss:').optional(), attendu: 'une adresse redis://…' },
  PORT: { schema: integer(0, 65_535).default(3000), attendu: 'un port entre 0 et 65535' },
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS).default('info'),
    attendu: `une valeur parmi ${LOG_LEVELS.join(', ')}`,
  },
  CONCORDANCE_ADRESSE: {
    schema: z.string().min(1).optional(),
    attendu: "l'adresse d'écoute, par exemple 127.0.0.1",
  },
  CONCORDANCE_DATA_DIR: { schema: z.string().min(1).optional(), attendu: 'un dossier' },
  CONCORDANCE_EXPORT_DIR: { schema: z.string().min(1).optional(), attendu: 'un dossier' },
  CONCORDANCE_QUEUE_SCHEMA: {
    // Goes into SQL as an identifier: nothing that would need quoting.
    schema: z
      .string()
      .regex(/^[a-z_][a-z0-9_]{0,62}$/)
      .default('bull'),
    attendu: 'un nom de schéma en minuscules, chiffres et _',
  },
  CONCORDANCE_RESEAU_SOURCES: {
    schema: z.enum(RESEAUX).default('public'),
    attendu: `une valeur parmi ${RESEAUX.join(', ')}`,
  },
  CONCORDANCE_TRAVAILLEURS: { schema: integer(1, 64).default(2), attendu: 'un nombre entre 1 et 64' },
  CONCORDANCE_PROXYS: {
    schema: integer(0, 10).default(0),
    attendu: 'le nombre de mandataires de confiance devant le service, entre 0 et 10',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;

/** Read by the launcher (bin/) or by the tests, not by the service: allowed in the environment of both. */
export function isReadElsewhere(name: string): boolean {
  return (
    name === 'CONCORDANCE_CONSTRUIT' || name === 'CONCORDANCE_DATA' || name.startsWith('CONCORDANCE_TEST_')
  );
}
