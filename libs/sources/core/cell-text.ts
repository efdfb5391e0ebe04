/** The text of a cell without the blanks around it (no-break spaces included); null when nothing is left. */
export function parseText(cell: string): string | null {
  const text = cell.trim();
  return text === '' ? null : text;
}

/** A cell cut to what a refused line may quote. */
export function excerpt(cell: string): string {
  return cell.length > 200 ? `${cell.slice(0, 199)}…` : cell;
}
