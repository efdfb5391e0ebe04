const YES = new Set(['oui', 'o', 'true', 'vrai', '1', 'active', 'actif', 'yes']);
const NO = new Set(['non', 'n', 'false', 'faux', '0', 'inactive', 'inactif', 'no']);

/** What a cell says, whatever the case; null for an empty cell and for what says neither. */
export function parseBoolean(cell: string): boolean | null {
  const text = cell.trim().toLowerCase();
  if (YES.has(text)) return true;
  return NO.has(text) ? false : null;
}
