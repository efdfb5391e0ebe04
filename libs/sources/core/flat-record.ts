/** Objects inside objects further down than this are kept as JSON. */
const MAX_DEPTH = 6;

/**
 * The cells of a JSON object by column name: an object inside it gives dotted names (`taux.emploi`), a list
 * of plain values one cell with `|` between them, a list of objects its JSON. Null is an empty cell.
 */
export function flatRecord(value: object): Map<string, string> {
  const cells = new Map<string, string>();
  flatten(value, '', 0, cells);
  return cells;
}

function flatten(value: object, prefix: string, depth: number, cells: Map<string, string>): void {
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (isObject(item) && depth < MAX_DEPTH) flatten(item, name, depth + 1, cells);
    else cells.set(name, cellOf(item));
  }
}

/** Whether a JSON value is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON value as the text of a cell. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return value.map(cellOf).join('|');
  }
  return JSON.stringify(value);
}
