import type { IsoDate } from '../reference-data.ts';
import { ABREVIATIONS } from './abbreviation-lexicon.ts';
import {
  ANNEE_COMMUNE,
  BAVARDAGES,
  MOTS_DES_DOMAINES,
  MOTS_DE_STRUCTURE,
  MOTS_VIDES,
  PREFIXES_SOUDES,
} from './chatter-lexicon.ts';
import { withoutFeminineEndings } from './feminine-forms.ts';
import { POIDS_DU_SEGMENT, type LabelFields, type Mot, type Segment } from './label-fields.ts';
import { readLevelHint } from './level-hint.ts';
import { readOptionLetter } from './option-letter.ts';
import { readFamilles } from './read-famille.ts';
import { spelledOut } from './spelled-out.ts';
import { stem } from './stem.ts';
import { readThroughTypos } from './type-typos.ts';

/** "BTS - Production - …", "DUT - Service", "Licence - Droit-économie-gestion - …": a domain, not a name. */
const DOMAINE_PARCOURSUP =
  /^((?:bts|but|dut|bts maritime)) ?- ?(production|services?|maritime|agricole)(?= ?[-|]|$)/;
const DOMAINE_LICENCE = /^(licence|master|l\.as) ?- ?([^|]*?)(?= ?\||$)/;
/** "Master droit, économie, gestion mention X": what stands before the mention is the domain. */
const MENTION = /\bmention\b ?:?/;
const SPECIALITE = /\bspe(?:cialite)?\b/;
const COUPURE_DE_MENTION = /\s-\s/;
const NOMME = /[a-z]{3}/;
const ROMAIN: ReadonlyMap<string, string> = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
]);

const ACRONYMES = new Map(
  ABREVIATIONS.filter((a) => a.lectures[0] !== undefined && a.lectures[0][0].includes(' ')).map((a) => [
    a.forme,
    a.lectures.map(([lecture]) => lecture),
  ]),
);

interface Piece {
  readonly texte: string;
  readonly segment: Segment;
}

/** Cuts text into pieces by the words that open a parcours and by its brackets. */
function pieces(texte: string, reference: boolean): Piece[] {
  const out: Piece[] = [];
  let rest = texte;
  const parcours = /\bparcours\b/.exec(rest);
  if (parcours && parcours.index > 0) {
    const apres = rest.slice(parcours.index + parcours[0].length);
    rest = rest.slice(0, parcours.index);
    out.push({ texte: apres, segment: 'parcours' });
  }
  rest = rest.replace(/\(([^()]*)\)?/g, (_, inside: string) => {
    out.push({ texte: inside, segment: reference ? 'etablissement' : 'parenthese' });
    return ' ';
  });
  if (!reference) rest = cutAtMention(rest, out);
  out.unshift({ texte: rest, segment: 'coeur' });
  return out;
}

const isDomain = (texte: string): boolean =>
  tokens(texte).every(({ texte: word }) => MOTS_VIDES.has(word) || MOTS_DES_DOMAINES.has(stem(word)));

/**
 * What a mention makes of its surroundings: the domain stands before it ("droit, économie, gestion mention
 * X"), unless a speciality does ("BPJEPS spécialité animateur mention loisirs"), whose parcours it then is.
 */
function cutAtMention(texte: string, out: Piece[]): string {
  const mention = MENTION.exec(texte);
  if (mention === null) return texte;
  const before = texte.slice(0, mention.index);
  const after = texte.slice(mention.index + mention[0].length);
  if (SPECIALITE.test(before)) {
    out.push({ texte: after, segment: 'parcours' });
    return before;
  }
  if (!NOMME.test(after)) return before;
  out.push({ texte: before, segment: isDomain(before) ? 'domaine' : 'parenthese' });
  // After the mention, a dash opens the parcours as the word itself does.
  const dash = COUPURE_DE_MENTION.exec(after);
  if (dash === null || !NOMME.test(after.slice(0, dash.index))) return after;
  out.push({ texte: after.slice(dash.index), segment: 'parcours' });
  return after.slice(0, dash.index);
}

/**
 * Where a label goes from one thing to the next: a dash or a slash between blanks, a colon, a semicolon, the end of a
 * sentence before its speciality.
 */
const COUPURE = /\s[-/]+\s|\s?[:;]\s|\.\s(?=specialite\b|option\b|mention\b)/;

/** Cuts the pieces where the label does, so that each of them may name the certification by itself. */
function cutAtDashes(found: readonly Piece[]): Piece[] {
  return found.flatMap(({ texte, segment }) =>
    texte.split(COUPURE).map((part) => ({ texte: part, segment })),
  );
}

interface Token {
  readonly texte: string;
  readonly abrege: boolean;
  /** A dash follows, after the full stop if there is one. */
  readonly tiret: boolean;
}

const isLetterOrDigit = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Runs of letters and digits of canonical text. By hand: a label has few, and a match object a word costs more. */
function tokens(texte: string): Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < texte.length) {
    const start = at;
    while (isLetterOrDigit(texte.charCodeAt(at))) at++;
    if (at === start) {
      at++;
      continue;
    }
    const end = at;
    const abrege = texte.charAt(at) === '.';
    if (abrege) at++;
    out.push({ texte: texte.slice(start, end), abrege, tiret: texte.charAt(at) === '-' });
  }
  return out;
}

/** "Son" is a sound in "métiers du son", and says nothing in "la personne et son environnement". */
function isEmptyWord(texte: string, next: string | undefined): boolean {
  if (texte === 'son') return next !== undefined && !MOTS_VIDES.has(next);
  return MOTS_VIDES.has(texte);
}

/** The words of a text, empty ones left out, those of its family and of its structure kept. */
function namingWords(texte: string): string[] {
  return tokens(texte)
    .map((token) => token.texte)
    .filter((word, i, all) => !isEmptyWord(word, all[i + 1]));
}

/** Words of a piece of canonical text. */
function words(piece: Piece, morceau: number): Mot[] {
  const out: Mot[] = [];
  const found = tokens(piece.texte);
  for (let i = 0; i < found.length; i++) {
    let { texte = '', abrege = false } = found[i] ?? {};
    const next = found[i + 1];
    if (
      !abrege &&
      next !== undefined &&
      next.texte.length > 2 &&
      PREFIXES_SOUDES.has(texte) &&
      (texte.length > 1 || found[i]?.tiret === true)
    ) {
      texte += next.texte;
      abrege = next.abrege;
      i++;
    }
    texte = ROMAIN.get(texte) ?? texte;
    if (isEmptyWord(texte, next?.texte) || MOTS_DE_STRUCTURE.has(texte)) continue;
    if (texte.length === 1 && !/\d/.test(texte)) continue;
    out.push({ texte, poids: POIDS_DU_SEGMENT[piece.segment], segment: piece.segment, morceau, abrege });
  }
  return out;
}

/** An acronym that the label spells out stays, hardly heard: a label of the nomenclature may hold it too. */
const POIDS_EN_TOUTES_LETTRES = 0.05;

/** One word a stem, keeping the heaviest; acronyms bring the words they stand for. */
function distinct(mots: readonly Mot[], enToutesLettres: ReadonlySet<string>): Mot[] {
  const byStem = new Map<string, Mot>();
  const add = (mot: Mot): void => {
    const key = stem(mot.texte);
    const seen = byStem.get(key);
    if (!seen || seen.poids < mot.poids) byStem.set(key, mot);
  };
  for (const mot of mots) {
    if (enToutesLettres.has(mot.texte)) {
      add({ ...mot, poids: mot.poids * POIDS_EN_TOUTES_LETTRES, segment: 'acronyme' });
      continue;
    }
    const lectures = ACRONYMES.get(mot.texte);
    if (!lectures) {
      add(mot);
      continue;
    }
    // The acronym stays, lightly: a label may hold it as such.
    add({ ...mot, poids: mot.poids * 0.2, segment: 'acronyme' });
    for (const word of (lectures[0] ?? '').split(' ')) {
      add({
        ...mot,
        texte: word,
        poids: mot.poids * POIDS_DU_SEGMENT.acronyme,
        segment: 'acronyme',
        abrege: false,
      });
    }
  }
  return [...byStem.values()];
}

/**
 * Splits canonical text into family, level, option, route, mode, year, parcours, establishment and the words
 * that name the certification. `reference` says that the text is a label of the nomenclature, whose brackets
 * hold the family and the school.
 */
export function splitLabel(canonical: string, rentree: IsoDate, reference: boolean): LabelFields {
  const bavardage = { voie: '', mode: '', annee: '', public: '', etablissement: '' };
  let texte = withoutFeminineEndings(reference ? canonical : readThroughTypos(canonical));
  const anneeCommune = ANNEE_COMMUNE.test(texte);
  ANNEE_COMMUNE.lastIndex = 0;
  texte = texte.replace(ANNEE_COMMUNE, ' ');
  if (!reference) {
    for (const { champ, motif } of BAVARDAGES) {
      texte = texte.replace(motif, (found) => {
        bavardage[champ] += `${found.trim()} `;
        return ' - ';
      });
    }
  }
  const enToutesLettres = spelledOut(namingWords(texte));
  const { niveau, reste } = readLevelHint(texte, rentree);
  texte = reste;
  const domaines: Piece[] = [];
  if (!reference) {
    texte = texte.replace(DOMAINE_PARCOURSUP, (_, type: string, domaine: string) => {
      return domaine === 'agricole' ? `${type} agricole` : `${type} - `;
    });
    texte = texte.replace(DOMAINE_LICENCE, (_, type: string, domaine: string) => {
      domaines.push({ texte: domaine, segment: 'domaine' });
      return `${type} - `;
    });
  }
  texte = texte.replace(/\|/g, ' - ');
  const familles = readFamilles(texte);
  // From the last one on, so that the places of the others stay right.
  for (const { debut, fin, mots } of familles.toReversed()) {
    texte = `${texte.slice(0, debut)}- ${mots === null ? '' : `${mots} -`}${texte.slice(fin)}`;
  }
  const { option, reste: sansOption } = readOptionLetter(texte);
  const cut = [...pieces(sansOption, reference), ...domaines];
  const brut = (cut[0]?.texte ?? '').replace(/[^a-z0-9]+/g, ' ').trim();
  return {
    familles,
    niveau,
    option,
    anneeCommune,
    bavardage,
    brut,
    mots: distinct(cutAtDashes(cut).flatMap(words), enToutesLettres),
  };
}
