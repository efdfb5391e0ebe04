const MASK = '[secret]';
const MAX_DEPTH = 6;

/** Names under which a secret travels, in French and in English, whatever the case and the separators. */
const SECRET_NAME =
  /mot_?-?de_?-?passe|password|passwd|secret|token|jeton|cookie|authorization|hash|apikey|api_key/i;

/** `scheme://user:password@host`: what connection errors like to quote. */
const URL_CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;

/** A copy without secrets, made of plain JSON values: for log lines and journal details. The input is left as is. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(URL_CREDENTIALS, `$1${MASK}@`);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[…]';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (hasToJson(value)) return redact(value.toJSON(), depth + 1);
  return redactMembers(Object.entries(value), depth);
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function redactMembers(entries: readonly [string, unknown][], depth: number): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, member]) => [name, isSecret(name, member) ? MASK : redact(member, depth + 1)]),
  );
}

/** A boolean says that there is a secret, not which: `doitChangerMotDePasse` stays readable. */
function isSecret(name: string, member: unknown): boolean {
  return SECRET_NAME.test(name) && typeof member !== 'boolean' && member !== null && member !== undefined;
}

/** Query parameters are dropped: TypeORM and pg attach them to their errors, password hashes included. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code, detail } = error as Error & { code?: unknown; detail?: unknown };
  return redactMembers(
    [
      ['name', error.name],
      ['message', error.message],
      ['stack', error.stack],
      ...(code === undefined ? [] : [['code', code] as [string, unknown]]),
      ...(detail === undefined ? [] : [['detail', detail] as [string, unknown]]),
      ...(error.cause === undefined ? [] : [['cause', error.cause] as [string, unknown]]),
    ],
    depth,
  );
}
