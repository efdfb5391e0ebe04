import type { FixedFacts } from '../features/compare-candidates.ts';
import type { Demande, Style } from '../features/demande.ts';

/** So many of the most used certifications of a family join the candidates. */
const ADDED = 4;
/** From this fit on, a code family is the one that the listing names. */
const NAMED = 0.8;

/**
 * The certifications that listings use most, by code family. A label like "DEJEPS tennis" names its family
 * and a parcours, not its certification: what the family usually means is worth comparing, and so is the only one of its family.
 */
export class UsualCertifications {
  private readonly usages: Float32Array;
  private readonly byNiveau = new Map<string, number[]>();
  private readonly known = new Map<string, readonly number[]>();

  constructor(facts: FixedFacts, style: Style) {
    this.usages = facts.usages[style];
    facts.fiches.forEach(({ nature: { niveau, seuleDeSaFamille }, situation }, rang) => {
      const unused = (this.usages[rang] ?? 0) === 0 && !seuleDeSaFamille;
      if (unused || situation.fermee) return;
      const list = this.byNiveau.get(niveau) ?? [];
      list.push(rang);
      this.byNiveau.set(niveau, list);
    });
    for (const list of this.byNiveau.values()) list.sort((a, b) => this.order(a, b));
  }

  /** Ranks of the most used certifications of the family that the formation names; empty where it names none. */
  mostUsed(demande: Demande): readonly number[] {
    let ranks = this.known.get(demande.cleDuType);
    if (ranks === undefined) {
      ranks = [...this.byNiveau.keys()]
        .filter((niveau) => demande.fitColonne(niveau) >= NAMED || demande.fitLibelle(niveau) >= NAMED)
        .flatMap((niveau) => (this.byNiveau.get(niveau) ?? []).slice(0, ADDED))
        .sort((a, b) => this.order(a, b))
        .slice(0, ADDED);
      this.known.set(demande.cleDuType, ranks);
    }
    return ranks;
  }

  private order(a: number, b: number): number {
    return (this.usages[b] ?? 0) - (this.usages[a] ?? 0) || a - b;
  }
}
