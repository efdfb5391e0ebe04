import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Exit codes of the command line. */
export const EXIT = { fait: 0, echec: 1, mauvaisUsage: 2, lignesRefusees: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a command talks: results on stdout, everything else on stderr. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
}

/** One command. `aide` is its whole help, in French. */
export interface Command {
  readonly nom: string;
  readonly resume: string;
  readonly aide: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The command was called wrongly: exit code 2, with the command's own help at hand. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Parses a command's options strictly; an unknown one is refused in French.
 * @param maxPositionals how many arguments without `--` the command takes.
 * An option that takes several values may be repeated or followed by its values (`--references A B`).
 */
export function parseOptions<const Spec extends Options>(
  args: readonly string[],
  options: Spec,
  maxPositionals = 0,
): ReturnType<typeof parseArgs<{ args: string[]; options: Spec; allowPositionals: true }>> {
  const parsed = parseStrictly(args, options);
  const extra = parsed.positionals[maxPositionals];
  if (extra !== undefined) throw new UsageError(`argument en trop : ${extra}`);
  return parsed;
}

function parseStrictly<const Spec extends Options>(
  args: readonly string[],
  options: Spec,
): ReturnType<typeof parseArgs<{ args: string[]; options: Spec; allowPositionals: true }>> {
  try {
    return parseArgs({ args: spreadMultiple(args, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(inFrench(error));
  }
}

/** `--references A B --x` becomes `--references A --references B --x`: what people type, as the parser wants it. */
function spreadMultiple(args: readonly string[], options: Options): string[] {
  const spread: string[] = [];
  let multiple: string | null = null;
  let first = false;
  for (const arg of args) {
    if (arg.startsWith('--')) {
      const name = arg.slice(2).split('=')[0] ?? '';
      multiple = options[name]?.multiple === true && !arg.includes('=') ? arg : null;
      first = true;
      spread.push(arg);
      continue;
    }
    if (multiple !== null && !first) spread.push(multiple);
    first = false;
    spread.push(arg);
  }
  return spread;
}

function inFrench(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '([^']+)'/.exec(text)?.[1];
  if (unknown !== undefined) return `option inconnue : ${unknown}`;
  const missing = /Option '([^']+?)(?: <value>)?' argument missing/.exec(text)?.[1];
  if (missing !== undefined) return `l'option ${missing} attend une valeur`;
  const extra = /Option '([^']+)' does not take an argument/.exec(text)?.[1];
  if (extra !== undefined) return `l'option ${extra} ne prend pas de valeur`;
  return text;
}

/** The value of an option that the command cannot do without. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`il manque --${option}`);
  return value;
}

/** A value of a closed list. */
export function oneOf<Value extends string>(value: string, allowed: readonly Value[], option: string): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`--${option} ${value} : attendu ${allowed.join(', ')}`);
  }
  return found;
}

/** A date `AAAA-MM-JJ` that exists. */
export function isoDate(value: string, option: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value
  ) {
    throw new UsageError(`--${option} ${value} : attendu une date AAAA-MM-JJ, par exemple 2026-09-01`);
  }
  return value;
}

/** A risk between 0 and 0.5, both out. */
export function risk(value: string | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  const number = Number(value.replace(',', '.'));
  if (!(number > 0 && number < 0.5))
    throw new UsageError(`--risque ${value} : attendu un nombre entre 0 et 0,5`);
  return number;
}
