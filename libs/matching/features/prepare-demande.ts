import { numbersOf } from '../labels/label-fields.ts';
import type { Formation } from '../formation.ts';
import { announcedWords } from '../labels/announced-words.ts';
import { ANNEE_ULTERIEURE, HORS_CERTIFICATION, PLUSIEURS_DIPLOMES } from '../labels/chatter-lexicon.ts';
import { canonicalText } from '../labels/fold.ts';
import { readLevelHint, type NiveauIndique } from '../labels/level-hint.ts';
import { readFamilles, rulingFamille, type FamilleLue } from '../labels/read-famille.ts';
import { splitLabel } from '../labels/split-label.ts';
import { stem } from '../labels/stem.ts';
import { wordKey } from '../model/learned-words.ts';
import type { IsoDate } from '../reference-data.ts';
import type { LabelIndex } from '../retrieval/label-index.ts';
import type { Demande, Style } from './demande.ts';

const PARCOURSUP = /^(?:bts|but|dut|licence|deust|dn made|mention complementaire|d\.e secteur social) ?- /;
const MNEMONIQUE =
  /^(?:[123]a?cap|[12]n?dp?r|2dproa|1e?r?pro|1eproa|2n?d?pro|pro_ap|capa?_a|[123]bp|apprentis\.|ter ?pro)/;

function styleOf(formation: Formation, canonical: string): Style {
  if (formation.plateforme === 'parcoursup') return 'parcoursup';
  if (formation.plateforme === 'affelnet') return 'affelnet';
  if (formation.plateforme === 'apprentissage') return 'libre';
  if (MNEMONIQUE.test(canonical)) return 'affelnet';
  return PARCOURSUP.test(canonical) ? 'parcoursup' : 'libre';
}

/** The label as the engine reads it: both cells, canonical. */
export function canonicalLabel(formation: Pick<Formation, 'libelle' | 'specialite'>): string {
  const main = canonicalText(formation.libelle);
  const detail = formation.specialite === null ? '' : canonicalText(formation.specialite);
  return detail === '' ? main : `${main} | ${detail}`;
}

function announcedStem(texte: string, announced: ReadonlySet<string>): string | null {
  const found = stem(texte);
  return announced.has(found) ? found : null;
}

function typeKey(colonne: FamilleLue | null, libelle: FamilleLue | null, niveau: NiveauIndique): string {
  let key = `${colonne?.nom ?? ''}|${libelle?.nom ?? ''}`;
  for (const [digit, weight] of niveau) key += `|${digit}${String(weight)}`;
  return key;
}

/** Makes a formation ready to be compared with the labels of an index. */
export function prepareDemande(formation: Formation, index: LabelIndex, rentree: IsoDate): Demande {
  const canonique = canonicalLabel(formation);
  const champs = splitLabel(canonique, rentree, false);
  const column = formation.typeDiplome === null ? '' : canonicalText(formation.typeDiplome);
  const columnHint = readLevelHint(column, rentree);
  const familleColonne = column === '' ? null : rulingFamille(readFamilles(column));
  const familleLibelle = rulingFamille(champs.familles);
  const niveau = columnHint.niveau.size > 0 ? columnHint.niveau : champs.niveau;
  const fitsColonne = index.scale.of(familleColonne?.nom ?? null, niveau);
  const fitsLibelle = index.scale.of(familleLibelle?.nom ?? null, niveau);
  const mots = champs.mots.map((mot) => {
    const expansion = index.expand(mot.texte, mot.abrege);
    return { texte: mot.texte, poids: expansion.idf * mot.poids, morceau: mot.morceau, expansion };
  });
  const announced = announcedWords(canonique);
  return {
    plateforme: formation.plateforme,
    style: styleOf(formation, canonique),
    rentree,
    voie: formation.voie,
    canonique,
    champs,
    familleColonne,
    familleLibelle,
    niveau,
    cleDuType: typeKey(familleColonne, familleLibelle, niveau),
    mots,
    cles: mots.map(({ texte }) => wordKey(stem(texte))),
    poids: mots.reduce((sum, mot) => sum + mot.poids, 0),
    coeur: champs.mots
      .filter((mot) => mot.segment === 'coeur')
      .map((mot) => mot.texte)
      .join(' '),
    brut: champs.brut,
    nombres: numbersOf(champs),
    annonces: announced === null ? null : mots.map(({ texte }) => announcedStem(texte, announced)),
    horsCertification: HORS_CERTIFICATION.exec(canonique)?.[0] ?? null,
    plusieursDiplomes: PLUSIEURS_DIPLOMES.test(canonique),
    anneeUlterieure: ANNEE_ULTERIEURE.test(canonique),
    seulsNiveaux: [
      index.scale.soleOf(familleColonne?.nom ?? null, niveau),
      index.scale.soleOf(familleLibelle?.nom ?? null, niveau),
    ],
    fitColonne: (code) => (fitsColonne === undefined ? NaN : (fitsColonne.get(code) ?? 0)),
    fitLibelle: (code) => (fitsLibelle === undefined ? NaN : (fitsLibelle.get(code) ?? 0)),
  };
}
