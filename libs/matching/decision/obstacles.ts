import type { Motif } from '../match-result.ts';
import { HORS_CERTIFICATION } from '../labels/chatter-lexicon.ts';
import { isTitre } from '../codes/cfd.ts';
import { MEANT } from '../features/famille-scale.ts';
import { COLUMN_EXCLUDES } from '../features/famille.ts';
import { pieceLikeness } from '../features/morceau.ts';
import { niveauDit } from '../features/niveau.ts';
import { announcedShare } from '../features/specialite.ts';
import type { Paire } from '../features/paire.ts';
import type { Classe } from '../model/rank.ts';
import { STRATE_FAIBLE, strateOf } from './strate.ts';

/**
 * What keeps an answer from being accepted on its label alone, however sure the score: the label leaves open
 * which certification it means, or says that it means none. Null where nothing does.
 */
export function obstacleOf(choisi: Classe, ranked: readonly Classe[]): Motif | null {
  const { paire } = choisi;
  const { demande } = paire;
  if (isNoCertification(paire)) return 'HORS_CERTIFICATION';
  if (demande.plusieursDiplomes || deniesOption(paire) || leavesOptionsOpen(choisi, ranked)) return 'AMBIGU';
  if (
    leavesFamilyOpen(choisi, ranked) ||
    leavesCertifierOpen(choisi, ranked) ||
    namesOtherFamily(choisi, ranked)
  )
    return 'AMBIGU';
  return contradictsColumn(paire) || leavesWordsUnexplained(paire) || namesItInPart(paire) ? 'FAIBLE' : null;
}

/** Nobody enters its first year any more, and the formation is not for those who are in it already. */
export function isClosedToEntry({ demande, situation }: Paire): boolean {
  return situation.premiereAnneeFermee && !demande.anneeUlterieure;
}

/** "Préparation aux concours…", "module 3": unless the certification is called so itself. */
function isNoCertification({ demande, meilleur }: Paire): boolean {
  return demande.horsCertification !== null && !HORS_CERTIFICATION.test(meilleur.label.canonique);
}

/** The formation asks for an option that the candidate is not: another letter, or the entry that has none. */
function deniesOption({ demande, meilleur, nature }: Paire): boolean {
  const { lettre, sure, nommee } = demande.champs.option;
  if (nature.commune) return nommee || (lettre !== null && sure);
  const own = meilleur.label.option;
  return lettre !== null && sure && own !== null && own !== lettre;
}

/** Share of the label's weight by which two options of one diploma must differ to be told apart. */
const TOLD_APART = 0.04;

/**
 * Options of one diploma between which the label does not choose: it names several, or, in the closed lists of
 * Parcoursup and Affelnet, none. In the free text of Carif-Oref an option left unsaid is option A (domain.md §4), and no
 * other.
 */
function leavesOptionsOpen({ paire }: Classe, ranked: readonly Classe[]): boolean {
  const { demande, fratrie, nature, meilleur } = paire;
  if (fratrie === null || nature.commune) return false;
  const { lettre, plusieurs } = demande.champs.option;
  if (plusieurs) return true;
  if (lettre !== null) return false;
  return ranked.some(({ paire: other }) => {
    if (other.fratrie !== fratrie || other.rang === paire.rang || !isEntered(other)) return false;
    const here = advantage(paire, other);
    const there = advantage(other, paire);
    if (here > TOLD_APART && there > TOLD_APART) return true;
    if (here > TOLD_APART || there > TOLD_APART) return false;
    return demande.style !== 'libre' || meilleur.label.option !== 'A';
  });
}

/** Share of the label's weight that one candidate holds and the other does not. */
function advantage(one: Paire, other: Paire): number {
  const { mots, poids } = one.demande;
  let sum = 0;
  for (let i = 0; i < mots.length; i++) {
    const gap = (one.meilleur.tenus[i] ?? 0) - (other.meilleur.tenus[i] ?? 0);
    if (gap > 0.3) sum += gap * (mots[i]?.poids ?? 0);
  }
  return poids === 0 ? 0 : sum / poids;
}

const isEntered = ({ situation }: Paire): boolean =>
  !situation.fermee && !situation.ouvrePlusTard && !situation.premiereAnneeFermee;

/**
 * The listing's own column, or the level that it says, excludes the certification. On the labels that are learned
 * from, no such answer is right: the label is short or misleading, or the column wrong, and a person must look.
 */
function contradictsColumn({ demande, nature }: Paire): boolean {
  const column = demande.fitColonne(nature.niveau);
  return column <= COLUMN_EXCLUDES || niveauDit({ demande, nature }) < 0;
}

const SAME_LIKENESS = 0.02;

/** "Maçon", with no type of diploma nor level anywhere, while a CAP, a BP and a title bear that name. */
function leavesFamilyOpen({ paire }: Classe, ranked: readonly Classe[]): boolean {
  const { demande, meilleur, certification } = paire;
  if (demande.familleColonne !== null || demande.familleLibelle !== null || demande.niveau.size > 0)
    return false;
  return ranked.some(
    ({ paire: other }) =>
      other.certification.niveau !== certification.niveau &&
      isEntered(other) &&
      other.meilleur.ressemblance >= meilleur.ressemblance - SAME_LIKENESS,
  );
}

/** "Master informatique" in a column of licences: the label names another type, and a diploma of that type bears the name. */
function namesOtherFamily({ paire }: Classe, ranked: readonly Classe[]): boolean {
  const { demande, meilleur, nature } = paire;
  if (!(demande.fitLibelle(nature.niveau) <= COLUMN_EXCLUDES)) return false;
  return ranked.some(
    ({ paire: other }) =>
      demande.fitLibelle(other.nature.niveau) >= MEANT &&
      isEntered(other) &&
      other.meilleur.ressemblance >= meilleur.ressemblance - SAME_LIKENESS,
  );
}

/** "Assistant ressources humaines", which several certifiers registered at that level: the label does not say whose. */
function leavesCertifierOpen({ paire }: Classe, ranked: readonly Classe[]): boolean {
  const niveau = paire.certification.niveau ?? '';
  if (!isTitre(niveau)) return false;
  return ranked.some(
    ({ paire: other }) =>
      other.rang !== paire.rang &&
      isEntered(other) &&
      other.certification.niveau?.startsWith(niveau.slice(0, 2)) === true &&
      other.meilleur.ressemblance >= paire.meilleur.ressemblance - SAME_LIKENESS,
  );
}

/**
 * The formation names an option in full, and the candidate's own says none of its words: "option parcs et jardins"
 * beside the code of the construction machines.
 */
export function deniesNamedOption(paire: Paire): boolean {
  const { lettre, nommee } = paire.demande.champs.option;
  if (!nommee || lettre !== null || paire.fratrie === null) return false;
  const announced = announcedShare(paire);
  return announced !== null && announced.there && announced.share === 0;
}

/**
 * Least share of a closed list's label that the certification must hold, where the label does not hold the whole
 * name of the certification, in full or cut short: words are chosen there, none is chatter.
 */
const EXPLAINED = 0.6;
const WHOLE_NAME = 0.9;

function leavesWordsUnexplained({ demande, meilleur, nature, texteExact }: Paire): boolean {
  if (demande.style === 'libre' || nature.seuleDeSaFamille || texteExact) return false;
  const named = meilleur.nettete === 0 ? 0 : meilleur.couvertureLibelle / meilleur.nettete;
  return meilleur.couvertureDemande < EXPLAINED && named < WHOLE_NAME;
}

/** Least likeness of the piece of the label that answers best, where many diplomas share their words. */
const PIECE_NAMED = 0.9;

/**
 * Of a diploma of higher education or a title, no piece of the label says the name and nothing else: "droit social et
 * gestion des ressources humaines" is neither one master nor the other.
 */
function namesItInPart(paire: Paire): boolean {
  return strateOf(paire) === STRATE_FAIBLE && pieceLikeness(paire) < PIECE_NAMED;
}
