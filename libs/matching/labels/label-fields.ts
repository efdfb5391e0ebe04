import type { FamilleLue } from './read-famille.ts';
import type { LettreOption } from './option-letter.ts';
import type { NiveauIndique } from './level-hint.ts';

/** Where in a label a word stands. It decides how much the word weighs, never whether it is kept. */
export type Segment = 'coeur' | 'domaine' | 'parcours' | 'parenthese' | 'etablissement' | 'acronyme';

export interface Mot {
  readonly texte: string;
  /** 0 to 1, by segment. */
  readonly poids: number;
  readonly segment: Segment;
  /** Number of the piece of the label it stands in: pieces are cut at dashes, brackets and colons. */
  readonly morceau: number;
  /** Followed by a full stop, so surely an abbreviation. */
  readonly abrege: boolean;
}

/** A label cut into what it says. Nothing is thrown away: chatter goes to `bavardage` by kind. */
export interface LabelFields {
  readonly familles: readonly FamilleLue[];
  readonly niveau: NiveauIndique;
  readonly option: LettreOption;
  readonly anneeCommune: boolean;
  readonly bavardage: Readonly<Record<'voie' | 'mode' | 'annee' | 'public' | 'etablissement', string>>;
  /** The heart as written, small words and order included, without family, brackets or punctuation. */
  readonly brut: string;
  /** Words without duplicates, in reading order. */
  readonly mots: readonly Mot[];
}

export const POIDS_DU_SEGMENT: Readonly<Record<Segment, number>> = {
  coeur: 1,
  domaine: 0.3,
  parcours: 0.35,
  parenthese: 0.7,
  etablissement: 0.02,
  acronyme: 0.8,
};

/** The numbers that a label holds, roman ones already written in digits. */
export function numbersOf({ mots }: Pick<LabelFields, 'mots'>): readonly string[] {
  return mots.map((mot) => mot.texte).filter((texte) => /^\d+$/.test(texte));
}
