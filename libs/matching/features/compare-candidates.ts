import type { Certification } from '../concordance/certification.ts';
import type { LabelComparer } from '../retrieval/compare-labels.ts';
import type { Demande, Style } from './demande.ts';
import type { Groupe, Paire, Ressemblance } from './paire.ts';
import type { Situation } from './situation.ts';

/** What does not change from one query to the next, by rank of the certification. */
export interface FixedFacts {
  readonly certifications: readonly Certification[];
  readonly situations: readonly Situation[];
  /** Number of the code family of each certification, and the families by number. */
  readonly niveauDe: Int16Array;
  readonly niveaux: readonly string[];
  /** What being closed or not yet open costs a certification before its words are compared. */
  readonly ouverture: Float32Array;
  /** ln(1 + n) by way of writing; then over the other ways. */
  readonly usages: Readonly<Record<Style, Float32Array>>;
  readonly usagesAilleurs: Readonly<Record<Style, Float32Array>>;
  readonly seulesDeLeurFamille: readonly boolean[];
  readonly secondes: readonly boolean[];
  /** CFD of the entry of which each certification is an option, or null. */
  readonly entrees: readonly (string | null)[];
  /** What the options of one diploma share: its code family and its label up to "option"; null without an option. */
  readonly fratries: readonly (string | null)[];
}

const EMPTY = { meilleureRessemblance: 0, meilleureCouvertureDemande: 0, meilleureCouvertureLibelle: 0 };

/** Pairs of a formation with each of the certifications ranked `ranks`, in that order. */
export function compareCandidates(
  demande: Demande,
  ranks: readonly number[],
  facts: FixedFacts,
  comparer: LabelComparer,
): Paire[] {
  comparer.load(demande.mots);
  const found: { rang: number; meilleur: Ressemblance }[] = [];
  const tenusParUnAutre = new Float32Array(demande.mots.length);
  const top = { ...EMPTY, meilleureRessemblanceOuverte: 0 };
  for (const rang of ranks) {
    const meilleur = comparer.bestLabel(rang);
    if (!meilleur) continue;
    found.push({ rang, meilleur });
    const likeness = meilleur.ressemblance;
    top.meilleureRessemblance = Math.max(top.meilleureRessemblance, likeness);
    top.meilleureCouvertureDemande = Math.max(top.meilleureCouvertureDemande, meilleur.couvertureDemande);
    top.meilleureCouvertureLibelle = Math.max(top.meilleureCouvertureLibelle, meilleur.couvertureLibelle);
    if (facts.situations[rang]?.fermee === false) {
      top.meilleureRessemblanceOuverte = Math.max(top.meilleureRessemblanceOuverte, likeness);
    }
    // Only candidates that answer the label at all say which of its words are distinguishing.
    if (likeness > 0.35) {
      for (let i = 0; i < tenusParUnAutre.length; i++) {
        const tenu = meilleur.tenus[i] ?? 0;
        if (tenu > (tenusParUnAutre[i] ?? 0)) tenusParUnAutre[i] = tenu;
      }
    }
  }
  const groupe: Groupe = { ...top, tenusParUnAutre };
  const byCfd = new Map<string | null | undefined, (typeof found)[number]>();
  for (const one of found) byCfd.set(facts.certifications[one.rang]?.cfd, one);
  const sameText = comparer.withExactText(demande.canonique);
  const pairs: Paire[] = [];
  for (const { rang, meilleur: own } of found) {
    const certification = facts.certifications[rang];
    const situation = facts.situations[rang];
    if (!certification || !situation) continue;
    const lent = situation.ouvrePlusTard
      ? undefined
      : (lentLabel(certification, own, facts, byCfd) ??
        (demande.style === 'affelnet' ? outlivedLabel(certification, own, facts, byCfd) : undefined));
    const meilleur = lent ?? own;
    pairs.push({
      demande,
      rang,
      certification,
      meilleur,
      situation,
      texteExact: sameText.includes(rang),
      usage: facts.usages[demande.style][rang] ?? 0,
      usageAilleurs: facts.usagesAilleurs[demande.style][rang] ?? 0,
      seuleDeSaFamille: facts.seulesDeLeurFamille[rang] ?? false,
      seconde: facts.secondes[rang] ?? false,
      entree: facts.entrees[rang] ?? null,
      fratrie: facts.fratries[rang] ?? null,
      groupe,
      ressemblanceParente: likenessOfKin(certification, byCfd),
    });
  }
  return pairs;
}

type Found = ReadonlyMap<
  string | null | undefined,
  { readonly rang: number; readonly meilleur: Ressemblance }
>;

function likenessOfKin({ anciens, nouveaux }: Certification, byCfd: Found): number {
  let best = 0;
  for (const cfd of anciens) best = Math.max(best, byCfd.get(cfd)?.meilleur.ressemblance ?? 0);
  for (const cfd of nouveaux) best = Math.max(best, byCfd.get(cfd)?.meilleur.ressemblance ?? 0);
  return best;
}

/**
 * A label can be known before its code opens: until then it names the diploma that the new one replaces
 * (NOUVEAU_DIPLOME). The label of a successor that opens after the rentrée, where it answers better.
 */
function lentLabel(
  { nouveaux }: Certification,
  own: Ressemblance,
  facts: FixedFacts,
  byCfd: Found,
): Ressemblance | undefined {
  let best: Ressemblance | undefined;
  for (const cfd of nouveaux) {
    const successor = byCfd.get(cfd);
    if (successor === undefined || facts.situations[successor.rang]?.ouvrePlusTard !== true) continue;
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
  { cfd, anciens }: Certification,
  own: Ressemblance,
  facts: FixedFacts,
  byCfd: Found,
): Ressemblance | undefined {
  let best: Ressemblance | undefined;
  for (const ancien of anciens) {
    const predecessor = byCfd.get(ancien);
    if (predecessor === undefined) continue;
    const over = facts.situations[predecessor.rang]?.premiereAnneeFermee === true;
    const { nouveaux = [] } = facts.certifications[predecessor.rang] ?? {};
    if (!over || nouveaux.length !== 1 || nouveaux[0] !== cfd) continue;
    if (predecessor.meilleur.ressemblance > (best ?? own).ressemblance) best = predecessor.meilleur;
  }
  return best;
}
