import type { IsoDate } from '../reference-data.ts';
import { ABREVIATIONS } from './abbreviation-lexicon.ts';
import {
  ANNEE_COMMUNE,
  BAVARDAGES,
  MOTS_DE_STRUCTURE,
  MOTS_VIDES,
  PREFIXES_SOUDES,
} from './chatter-lexicon.ts';
import { withoutFeminineEndings } from './feminine-forms.ts';
import { POIDS_DU_SEGMENT, type LabelFields, type Mot, type Segment } from './label-fields.ts';
import { readLevelHint } from './level-hint.ts';
import { readOptionLetter } from './option-letter.ts';
import { readFamilles } from './read-famille.ts';
import { stem } from './stem.ts';

/** "BTS - Production - …", "DUT - Service", "Licence - Droit-économie-gestion - …": a domain, not a name. */
const DOMAINE_PARCOURSUP =
  /^((?:bts|but|dut|bts maritime)) ?- ?(production|services?|maritime|agricole)(?= ?-|$)/;
const DOMAINE_LICENCE = /^(licence|master|l\.as) ?- ?([^|]*?)(?= ?\||$)/;
/** "Master droit, économie, gestion mention X": what stands before the mention is the domain. */
const AVANT_MENTION = /^(.*?)\b(?:mention|spe(?:cialite)?)\b ?:?/;
const ROMAIN: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4' };

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
  const mention = reference ? null : AVANT_MENTION.exec(rest);
  if (mention?.[1] !== undefined && mention[1].trim() !== '') {
    out.push({ texte: mention[1], segment: 'domaine' });
    rest = rest.slice(mention[0].length);
  }
  out.unshift({ texte: rest, segment: 'coeur' });
  return out;
}

/** Words of a piece of canonical text. */
function words(piece: Piece): Mot[] {
  const out: Mot[] = [];
  const found = [...piece.texte.matchAll(/([a-z0-9]+)(\.?)(['-]?)/g)];
  for (let i = 0; i < found.length; i++) {
    const match = found[i];
    let texte = match?.[1] ?? '';
    let abrege = match?.[2] === '.';
    const next = found[i + 1]?.[1];
    if (
      !abrege &&
      next !== undefined &&
      next.length > 2 &&
      PREFIXES_SOUDES.has(texte) &&
      (texte.length > 1 || match?.[3] === '-')
    ) {
      texte += next;
      abrege = found[i + 1]?.[2] === '.';
      i++;
    }
    texte = ROMAIN[texte] ?? texte;
    if (MOTS_VIDES.has(texte) || MOTS_DE_STRUCTURE.has(texte)) continue;
    if (texte.length === 1 && !/\d/.test(texte)) continue;
    out.push({ texte, poids: POIDS_DU_SEGMENT[piece.segment], segment: piece.segment, abrege });
  }
  return out;
}

/** One word a stem, keeping the heaviest; acronyms bring the words they stand for. */
function distinct(mots: readonly Mot[]): Mot[] {
  const byStem = new Map<string, Mot>();
  const add = (mot: Mot): void => {
    const key = stem(mot.texte);
    const seen = byStem.get(key);
    if (!seen || seen.poids < mot.poids) byStem.set(key, mot);
  };
  for (const mot of mots) {
    const lectures = ACRONYMES.get(mot.texte);
    if (!lectures) {
      add(mot);
      continue;
    }
    // The acronym stays, lightly: a label may hold it as such.
    add({ ...mot, poids: mot.poids * 0.2, segment: 'acronyme' });
    for (const word of (lectures[0] ?? '').split(' ')) {
      add({ texte: word, poids: mot.poids * POIDS_DU_SEGMENT.acronyme, segment: 'acronyme', abrege: false });
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
  let texte = withoutFeminineEndings(canonical);
  const anneeCommune = ANNEE_COMMUNE.test(texte);
  ANNEE_COMMUNE.lastIndex = 0;
  if (!reference) {
    texte = texte.replace(ANNEE_COMMUNE, ' ');
    for (const { champ, motif } of BAVARDAGES) {
      texte = texte.replace(motif, (found) => {
        bavardage[champ] += `${found.trim()} `;
        return ' - ';
      });
    }
  }
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
  for (const famille of familles) {
    texte =
      texte.slice(0, famille.debut) + '-'.padEnd(famille.fin - famille.debut, ' ') + texte.slice(famille.fin);
  }
  const { option, reste: sansOption } = readOptionLetter(texte);
  const mots = [...pieces(sansOption, reference), ...domaines].flatMap(words);
  return { familles, niveau, option, anneeCommune, bavardage, mots: distinct(mots) };
}
