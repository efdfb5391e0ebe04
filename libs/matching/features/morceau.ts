import type { Critere, Paire } from './paire.ts';

/** A piece that holds less of the label's weight than this names nothing by itself. */
const MIN_SHARE = 0.2;

/** The piece of the label that answers best by itself: share of its weight that the candidate holds. */
function bestPiece({ demande, meilleur }: Paire): number {
  const weight: number[] = [];
  const held: number[] = [];
  let rank = 0;
  for (const { morceau: piece, poids } of demande.mots) {
    while (weight.length <= piece) {
      weight.push(0);
      held.push(0);
    }
    weight[piece] = (weight[piece] ?? 0) + poids;
    held[piece] = (held[piece] ?? 0) + poids * (meilleur.tenus[rank++] ?? 0);
  }
  let best = 0;
  for (let piece = 0; piece < weight.length; piece++) {
    const total = weight[piece] ?? 0;
    if (total > 0 && total >= MIN_SHARE * demande.poids) best = Math.max(best, (held[piece] ?? 0) / total);
  }
  return best;
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** How well the best piece of the label says the whole name of the certification, 0 to 1. */
export function pieceLikeness(paire: Paire): number {
  return harmonic(bestPiece(paire), paire.meilleur.couvertureLibelle);
}

/** "Bachelor finance - Responsable opérationnel": one piece of the label may name the certification alone. */
export const morceau: Critere = {
  nom: 'morceau du libellé',
  valeurs: ['ressemblance du meilleur morceau', 'gain du morceau'],
  evaluer(paire, valeurs, de) {
    const likeness = pieceLikeness(paire);
    valeurs[de] = likeness;
    valeurs[de + 1] = likeness - paire.meilleur.ressemblance;
  },
  expliquer(paire) {
    return {
      detail: `un morceau du libellé répond à ${String(Math.round(bestPiece(paire) * 100))} %`,
      demande: paire.demande.coeur,
      candidat: paire.meilleur.label.libelle.texte,
    };
  },
};
