import { distance } from 'fastest-levenshtein';

/** Long words that name types of diploma. */
const MOTS_DU_TYPE = [
  'apprentissage',
  'baccalaureat',
  'bachelor',
  'certificat',
  'complementaire',
  'diplome',
  'ingenieur',
  'licence',
  'mention',
  'production',
  'professionnel',
  'professionnelle',
  'services',
  'specialisation',
  'superieur',
  'technicien',
  'technologie',
  'universitaire',
];
const CONNUS = new Set(MOTS_DU_TYPE);
/** The type stands at the head of a label. */
const MOTS_DE_TETE = 5;
const SHORTEST = 7;
const ENDINGS = /(?:s|e|es|le|les|ne|nes)$/;

/**
 * Reads the type of diploma through one wrong letter ("Certifcat", "Prodution"): a typo in the type must not cost
 * the family. Only the first words of the label are looked at, and inflections are left as they are.
 */
export function readThroughTypos(canonical: string): string {
  let seen = 0;
  return canonical.replace(/[a-z]+/g, (word) => {
    if (++seen > MOTS_DE_TETE || word.length < SHORTEST || CONNUS.has(word)) return word;
    const meant = MOTS_DU_TYPE.find(
      (known) =>
        known.charAt(0) === word.charAt(0) &&
        Math.abs(known.length - word.length) <= 1 &&
        known.replace(ENDINGS, '') !== word.replace(ENDINGS, '') &&
        distance(known, word) === 1,
    );
    return meant ?? word;
  });
}
