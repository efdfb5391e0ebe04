import type { Certification } from '../concordance/certification.ts';
import type { LabelComparer } from '../retrieval/compare-labels.ts';
import type { Demande, Style } from './demande.ts';
import type { Groupe, Paire, Ressemblance } from './paire.ts';
import type { Situation } from './situation.ts';

/** What does not change from one query to the next, by rank of the certification. */
export interface FixedFacts {
  readonly certifications: readonly Certification[];
  readonly situations: readonly Situation[];
  /** ln(1 + n) by way of writing; then over the other ways. */
  readonly usages: Readonly<Record<Style, Float32Array>>;
  readonly usagesAilleurs: Readonly<Record<Style, Float32Array>>;
  readonly seulesDeLeurFamille: readonly boolean[];
  readonly secondes: readonly boolean[];
  /** CFD of the entry of which each certification is an option, or null. */
  readonly entrees: readonly (string | null)[];
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
        tenusParUnAutre[i] = Math.max(tenusParUnAutre[i] ?? 0, meilleur.tenus[i] ?? 0);
      }
    }
  }
  const groupe: Groupe = { ...top, tenusParUnAutre };
  const likenessOf = new Map(
    found.map(({ rang, meilleur }) => [facts.certifications[rang]?.cfd, meilleur.ressemblance]),
  );
  const pairs: Paire[] = [];
  for (const { rang, meilleur } of found) {
    const certification = facts.certifications[rang];
    const situation = facts.situations[rang];
    if (!certification || !situation) continue;
    pairs.push({
      demande,
      rang,
      certification,
      meilleur,
      situation,
      texteExact: comparer.hasExactText(rang, demande.canonique),
      usage: facts.usages[demande.style][rang] ?? 0,
      usageAilleurs: facts.usagesAilleurs[demande.style][rang] ?? 0,
      seuleDeSaFamille: facts.seulesDeLeurFamille[rang] ?? false,
      seconde: facts.secondes[rang] ?? false,
      entree: facts.entrees[rang] ?? null,
      groupe,
      ressemblanceParente: Math.max(
        0,
        ...[...certification.anciens, ...certification.nouveaux].map((cfd) => likenessOf.get(cfd) ?? 0),
      ),
    });
  }
  return pairs;
}
