import type { Calibration } from './model.ts';
import type { Classe } from './rank.ts';

const clampedLogit = (p: number): number => {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(bounded / (1 - bounded));
};

/** What the calibration reads of an answer, by name. */
export function calibrationInputs(ranked: readonly Classe[]): Readonly<Record<string, number>> {
  const first = ranked[0];
  if (!first) return {};
  const { meilleur, demande, certification, situation } = first.paire;
  const said = demande.familleColonne !== null || demande.familleLibelle !== null;
  const niveau = certification.niveau ?? '';
  const fit = Math.max(demande.fitColonne(niveau) || 0, demande.fitLibelle(niveau) || 0);
  return {
    'logit du rang 1': clampedLogit(first.probabilite),
    ressemblance: meilleur.ressemblance,
    'couverture demande': meilleur.couvertureDemande,
    'couverture libellé': meilleur.couvertureLibelle,
    'plus gros manque libellé': meilleur.plusGrosManqueLibelle,
    'type de diplôme': said ? fit : 0.5,
    'jamais vu': first.paire.usage === 0 ? 1 : 0,
    fermée: situation.fermee ? 1 : 0,
  };
}

/** Probability that the first of the ranked candidates is right, 0 to 1. */
export function calibrated(ranked: readonly Classe[], calibration: Calibration): number {
  if (ranked.length === 0) return 0;
  const inputs = calibrationInputs(ranked);
  const sum = calibration.noms.reduce(
    (total, nom, i) => total + (calibration.poids[i] ?? 0) * (inputs[nom] ?? 0),
    calibration.biais,
  );
  return 1 / (1 + Math.exp(-sum));
}
