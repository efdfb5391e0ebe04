import {
  looksLikeConnectorVariable,
  readConnectorVariables,
  type ConnectorValues,
} from './connector-variables.ts';
import { VARIABLES, isReadElsewhere, type LogLevel, type Reseau, type VariableName } from './env.schema.ts';
import type { Secret } from './secret.ts';

/** The settings of a process that may start without a database (the offline commands, `demarrer`). */
export interface LocalConfig {
  readonly databaseUrl: Secret | null;
  readonly redisUrl: Secret | null;
  /** 0 asks the system for a free port. */
  readonly port: number;
  /** Listening address; null lets Node listen on every interface. */
  readonly adresse: string | null;
  readonly dataDir: string | null;
  readonly exportDir: string | null;
  /** PostgreSQL schema of the queues. */
  readonly queueSchema: string;
  readonly logLevel: LogLevel;
  /** Worker processes that `demarrer` starts beside the API. */
  readonly travailleurs: number;
  /** Trusted proxies in front of the API: how far X-Forwarded-* headers are believed. */
  readonly proxys: number;
  /** Where the services that are called may be. */
  readonly reseauSources: Reseau;
  /** Credentials and settings of the services, by name. */
  readonly connecteurs: ConnectorValues;
}

/** The settings of a process that works on a database: the API and the workers. */
export interface Config extends LocalConfig {
  readonly databaseUrl: Secret;
}

/** All that is wrong in the environment, at once. Names variables, never shows a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Configuration refusée :\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of a process that needs a database. The only reader of `process.env`.
 * @throws ConfigError listing every problem by the variable's name.
 */
export function loadEnv(source: Source = process.env): Config {
  const { config, problems } = parse(source);
  if (config?.databaseUrl === null) problems.push('DATABASE_URL : absente');
  if (config === null || config.databaseUrl === null || problems.length > 0) throw new ConfigError(problems);
  return { ...config, databaseUrl: config.databaseUrl };
}

/** Same as loadEnv for a process that can do without DATABASE_URL. */
export function loadLocalEnv(source: Source = process.env): LocalConfig {
  const { config, problems } = parse(source);
  if (config === null) throw new ConfigError(problems);
  return config;
}

function parse(source: Source): { config: LocalConfig | null; problems: string[] } {
  const problems = unknownVariables(source);
  const connecteurs = readConnectorVariables(source);
  problems.push(...connecteurs.problems);
  const read = <T>(name: VariableName): T => {
    const { schema, attendu } = VARIABLES[name];
    // An empty variable is what a compose file gives for one left unset.
    const result = schema.safeParse(source[name] === '' ? undefined : source[name]);
    if (!result.success) problems.push(`${name} : attendu ${attendu}`);
    return (result.data ?? null) as T;
  };
  const config: LocalConfig = Object.freeze({
    databaseUrl: read<Secret | null>('DATABASE_URL'),
    redisUrl: read<Secret | null>('REDIS_URL'),
    port: read<number>('PORT'),
    adresse: read<string | null>('CONCORDANCE_ADRESSE'),
    dataDir: read<string | null>('CONCORDANCE_DATA_DIR'),
    exportDir: read<string | null>('CONCORDANCE_EXPORT_DIR'),
    queueSchema: read<string>('CONCORDANCE_QUEUE_SCHEMA'),
    logLevel: read<LogLevel>('LOG_LEVEL'),
    travailleurs: read<number>('CONCORDANCE_TRAVAILLEURS'),
    proxys: read<number>('CONCORDANCE_PROXYS'),
    reseauSources: read<Reseau>('CONCORDANCE_RESEAU_SOURCES'),
    connecteurs: connecteurs.values,
  });
  return { config: problems.length > 0 ? null : config, problems };
}

function unknownVariables(source: Source): string[] {
  return Object.keys(source)
    .filter(
      (name) =>
        looksLikeConnectorVariable(name) ||
        (name.startsWith('CONCORDANCE_') && !(name in VARIABLES) && !isReadElsewhere(name)),
    )
    .sort()
    .map((name) => `${name} : variable inconnue (faute de frappe ?)`);
}
