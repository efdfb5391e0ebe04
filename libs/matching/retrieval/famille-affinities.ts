import type { Demande } from '../features/demande.ts';

/** A family that nothing says fits half; the fit of a named one is worth at most this much more. */
const UNSAID = 0.5;
const WORTH = 1.5;

/** Factor by code family for what a formation says of its type, worked out once for all that say the same. */
export class FamilleAffinities {
  private readonly niveaux: readonly string[];
  private readonly known = new Map<string, Float32Array>();

  constructor(niveaux: readonly string[]) {
    this.niveaux = niveaux;
  }

  of(demande: Demande): Float32Array {
    let factors = this.known.get(demande.cleDuType);
    if (factors === undefined) {
      factors = Float32Array.from(this.niveaux, (niveau) => {
        const fits = [demande.fitColonne(niveau), demande.fitLibelle(niveau)].filter(
          (fit) => !Number.isNaN(fit),
        );
        const fit = fits.length === 0 ? UNSAID : fits.reduce((sum, one) => sum + one, 0) / fits.length;
        return 1 + WORTH * fit;
      });
      this.known.set(demande.cleDuType, factors);
    }
    return factors;
  }
}
