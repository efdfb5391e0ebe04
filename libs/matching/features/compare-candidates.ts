import type { Certification } from '../concordance/certification.ts';
import type { Oubli } from '../model/learned-words.ts';
import type { LabelComparer } from '../retrieval/compare-labels.ts';
import type { LearnedWords } from '../retrieval/learned-words.ts';
import type { Demande, Style } from './demande.ts';
import type { Groupe, Paire, Ressemblance } from './paire.ts';
import { markLastToClose } from './homonymes.ts';
import type { Nature } from './nature.ts';
import type { Situation } from './situation.ts';

/** A certification as the comparison reads it, in one object. Neighbours in the graph are ranks. */
export interface Fiche {
  readonly certification: Certification;
  readonly situation: Situation;
  readonly nature: Nature;
  /** CFD of the entry of which it is an option, or null. */
  readonly entree: string | null;
  /** What the options of one diploma share: its code family and its label up to "option"; null without an option. */
  readonly fratrie: string | null;
  /** Null where it has neither predecessor, successor nor other number. */
  readonly parente: Parente | null;
}

export interface Parente {
  readonly anciens: readonly number[];
  readonly nouveaux: readonly number[];
  readonly renumerotations: readonly number[];
}

/** What does not change from one query to the next, by rank of the certification. */
export interface FixedFacts {
  readonly fiches: readonly Fiche[];
  /** Number of the code family of each certification, and the families by number. */
  readonly niveauDe: Int16Array;
  readonly niveaux: readonly string[];
  /** What being closed or not yet open costs a certification before its words are compared. */
  readonly ouverture: Float32Array;
  /** ln(1 + n) by way of writing; then over the other ways. */
  readonly usages: Readonly<Record<Style, Float32Array>>;
  readonly usagesAilleurs: Readonly<Record<Style, Float32Array>>;
  readonly appris: LearnedWords;
}

/** A candidate with the label of its own that answers best. */
interface Found {
  readonly rang: number;
  readonly fiche: Fiche;
  readonly meilleur: Ressemblance;
}

/**
 * Pairs of a formation with each of the certifications ranked `ranks`, in that order.
 *
 * @param oubli the learned label that the formation is, while it is learned from; null otherwise
 */
export function compareCandidates(
  demande: Demande,
  ranks: readonly number[],
  facts: FixedFacts,
  comparer: LabelComparer,
  oubli: Oubli | null = null,
): Paire[] {
  comparer.load(demande.mots);
  const found: Found[] = [];
  for (const rang of ranks) {
    const fiche = facts.fiches[rang];
    const meilleur = comparer.bestLabel(rang);
    if (fiche && meilleur) found.push({ rang, fiche, meilleur });
  }
  const groupe = groupOf(found, demande.mots.length);
  const sameText = comparer.withExactText(demande.canonique);
  const usages = facts.usages[demande.style];
  const usagesAilleurs = facts.usagesAilleurs[demande.style];
  const pairs = found.map(({ rang, fiche, meilleur }): Paire => {
    const { certification, situation, nature, entree, fratrie, parente } = fiche;
    return {
      demande,
      rang,
      certification,
      meilleur: parente === null ? meilleur : answeringLabel(demande, fiche, parente, meilleur, found),
      situation,
      nature,
      texteExact: sameText.includes(rang),
      usage: usages[rang] ?? 0,
      usageAilleurs: usagesAilleurs[rang] ?? 0,
      entree,
      fratrie,
      groupe,
      appris: facts.appris.sharesOf(rang, demande.cles, oubli),
      ressemblanceParente: parente === null ? 0 : likenessOfKin(parente, found),
      fermeLaDerniere: false,
    };
  });
  return demande.style === 'libre' ? markLastToClose(pairs) : pairs;
}

/** Only candidates that answer the label at all say which of its words are distinguishing. */
const ANSWERS = 0.35;

function groupOf(found: readonly Found[], words: number): Groupe {
  let meilleureRessemblance = 0;
  let meilleureCouvertureDemande = 0;
  let meilleureCouvertureLibelle = 0;
  let meilleureRessemblanceOuverte = 0;
  const tenusParUnAutre = new Float32Array(words);
  for (const { fiche, meilleur } of found) {
    const { ressemblance, tenus } = meilleur;
    meilleureRessemblance = Math.max(meilleureRessemblance, ressemblance);
    meilleureCouvertureDemande = Math.max(meilleureCouvertureDemande, meilleur.couvertureDemande);
    meilleureCouvertureLibelle = Math.max(meilleureCouvertureLibelle, meilleur.couvertureLibelle);
    if (!fiche.situation.fermee)
      meilleureRessemblanceOuverte = Math.max(meilleureRessemblanceOuverte, ressemblance);
    if (ressemblance <= ANSWERS) continue;
    for (let i = 0; i < words; i++) {
      const tenu = tenus[i] ?? 0;
      if (tenu > (tenusParUnAutre[i] ?? 0)) tenusParUnAutre[i] = tenu;
    }
  }
  return {
    meilleureRessemblance,
    meilleureCouvertureDemande,
    meilleureCouvertureLibelle,
    meilleureRessemblanceOuverte,
    tenusParUnAutre,
  };
}

const among = (found: readonly Found[], rang: number): Found | undefined =>
  found.find((one) => one.rang === rang);

function likenessOfKin({ anciens, nouveaux }: Parente, found: readonly Found[]): number {
  let best = 0;
  for (const rang of anciens) best = Math.max(best, among(found, rang)?.meilleur.ressemblance ?? 0);
  for (const rang of nouveaux) best = Math.max(best, among(found, rang)?.meilleur.ressemblance ?? 0);
  return best;
}

/** The label that answers for a candidate: its own, or one of those that it replaces or that replace it. */
function answeringLabel(
  { style }: Demande,
  { certification, situation }: Fiche,
  parente: Parente,
  own: Ressemblance,
  found: readonly Found[],
): Ressemblance {
  if (situation.ouvrePlusTard) return own;
  const lent = lentLabel(parente, own, found);
  if (lent !== undefined) return lent;
  return (style === 'affelnet' ? outlivedLabel(certification, parente, own, found) : undefined) ?? own;
}

/**
 * A label can be known before its code opens: until then it names the diploma that the new one replaces
 * (NOUVEAU_DIPLOME). The label of a successor that opens after the rentrée, where it answers better.
 */
function lentLabel(
  { nouveaux }: Parente,
  own: Ressemblance,
  found: readonly Found[],
): Ressemblance | undefined {
  let best: Ressemblance | undefined;
  for (const rang of nouveaux) {
    const successor = among(found, rang);
    if (successor?.fiche.situation.ouvrePlusTard !== true) continue;
    if (successor.meilleur.ressemblance > (best ?? own).ressemblance) best = successor.meilleur;
  }
  return best;
}

/**
 * A label can outlive its code: once nobody enters the first year of a diploma that still runs, its name means the
 * only one that replaces it. The label of such a predecessor, where it answers better. Affelnet only, which lists entries: the other
 * listings were found to keep the old code for a year or two.
 */
function outlivedLabel(
  { cfd }: Certification,
  { anciens }: Parente,
  own: Ressemblance,
  found: readonly Found[],
): Ressemblance | undefined {
  let best: Ressemblance | undefined;
  for (const rang of anciens) {
    const predecessor = among(found, rang);
    if (predecessor === undefined) continue;
    const { nouveaux } = predecessor.fiche.certification;
    const over = predecessor.fiche.situation.premiereAnneeFermee;
    if (!over || nouveaux.length !== 1 || nouveaux[0] !== cfd) continue;
    if (predecessor.meilleur.ressemblance > (best ?? own).ressemblance) best = predecessor.meilleur;
  }
  return best;
}
