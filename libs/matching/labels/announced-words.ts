import { stem } from './stem.ts';

/** "…, spécialité génie électrique", "option thermique": what follows names the diploma among its siblings. */
const ANNONCE = /\b(?:specialites?|spe|options?|opt|mention)\b[\s.:]*(.*)$/;
const PARENTHESES = /\([^()]*\)?/g;
const MOT = /[a-z0-9]{3,}/g;

/** Stems of the words after the announcement of a speciality or an option, or null where a text has none. */
export function announcedWords(canonical: string): ReadonlySet<string> | null {
  const text = ANNONCE.exec(canonical.replace(PARENTHESES, ' '))?.[1];
  if (text === undefined) return null;
  return new Set([...text.matchAll(MOT)].map(([word]) => stem(word)));
}
