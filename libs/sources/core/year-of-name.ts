/** The one year (2000–2099) that a file name gives, or null when it gives none or several. */
export function yearOfName(nom: string | undefined): number | null {
  const years = new Set((nom ?? '').match(/(?<!\d)20\d{2}(?!\d)/g));
  return years.size === 1 ? Number([...years][0]) : null;
}

/** The vintage that a file name gives: `2022_2023`, `2022-2023`, or one year; null otherwise. */
export function millesimeOfName(nom: string | undefined): string | null {
  const pair = /(?<!\d)(20\d{2})[_-](20\d{2})(?!\d)/.exec(nom ?? '');
  if (pair && Number(pair[2]) === Number(pair[1]) + 1) return `${pair[1] ?? ''}_${pair[2] ?? ''}`;
  const year = yearOfName(nom);
  return year === null ? null : String(year);
}
