import { familleFit } from '../features/famille-scale.ts';
import { canonicalText } from '../labels/fold.ts';
import { readLevelHint, type NiveauIndique } from '../labels/level-hint.ts';
import { readFamilles, rulingFamille } from '../labels/read-famille.ts';
import { splitLabel } from '../labels/split-label.ts';
import { stem } from '../labels/stem.ts';
import type { IsoDate } from '../reference-data.ts';

/** What a text calls a certification, chatter left out: enough to say that two texts bear the same name. */
export interface NomLu {
  /** Family that the type, else the text, names. */
  readonly famille: string | null;
  readonly niveau: NiveauIndique;
  /** Letter of the option, or empty. */
  readonly option: string;
  /** Stems of the words of the heart, in order. */
  readonly mots: readonly string[];
}

/**
 * Reads a name.
 *
 * @param type the listing's own column, or null
 * @param reference whether the text is a label of a nomenclature, whose brackets hold the family and the school
 */
export function readName(text: string, type: string | null, rentree: IsoDate, reference = false): NomLu {
  const champs = splitLabel(canonicalText(text), rentree, reference);
  const column = type === null ? '' : canonicalText(type);
  const hint = readLevelHint(column, rentree).niveau;
  return {
    famille: (rulingFamille(readFamilles(column)) ?? rulingFamille(champs.familles))?.nom ?? null,
    niveau: hint.size > 0 ? hint : champs.niveau,
    option: champs.option.lettre ?? '',
    mots: champs.mots.filter(({ segment }) => segment === 'coeur').map(({ texte }) => stem(texte)),
  };
}

/** Least fit of a family: the plain and the usual readings of what the listing names, not the far-fetched ones. */
const FITS = 0.4;

/** Whether a certification of this NIVEAU_FORMATION_DIPLOME may be what the name's family and level say. */
export function fitsFamille({ famille, niveau }: NomLu, niveauDuCfd: string): boolean {
  return famille !== null && familleFit(famille, niveauDuCfd, niveau) >= FITS;
}

/** Least length of a word that another may cut short. */
const CUT = 3;

const isSameWord = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= CUT && long.startsWith(short));
};

/** The same words in the same order, each in full or cut short ("maint bat collect" for "maintenance bâtiments collectivités"). */
export function isSameName(one: NomLu, other: NomLu): boolean {
  return one.mots.length === other.mots.length && one.option === other.option && isBeginningOf(one, other);
}

/** Whether a name is the beginning of another, words cut short or not; an option that it does not say may be any. */
export function isBeginningOf(one: NomLu, other: NomLu): boolean {
  return (
    one.mots.length > 0 &&
    one.mots.length <= other.mots.length &&
    (one.option === '' || one.option === other.option) &&
    one.mots.every((mot, i) => isSameWord(mot, other.mots[i] ?? ''))
  );
}

/** Whether two names share at least one word, in full or cut short. */
export function shareWord(one: NomLu, other: NomLu): boolean {
  return one.mots.some((mot) => other.mots.some((word) => isSameWord(mot, word)));
}

/** Whether a name says every word of another, in full or cut short, and its option where it has one. */
export function saysAll(said: NomLu, name: NomLu): boolean {
  return (
    name.mots.length > 0 &&
    (name.option === '' || name.option === said.option) &&
    name.mots.every((mot) => said.mots.some((word) => isSameWord(mot, word)))
  );
}
