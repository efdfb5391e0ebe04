import { isTitre } from '../codes/cfd.ts';
import type { Calibration } from './model.ts';
import { NOMS_DES_VALEURS } from '../features/criteres.ts';
import type { Classe } from './rank.ts';

const clampedLogit = (p: number): number => {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(bounded / (1 - bounded));
};

/** Titles and diplomas of higher education: many certifiers share a label there. */
const SUPERIEUR = /^(?:.6[A-Z0-9]|1|2|35|.{2}$)/;

const VALUE_INDEX = new Map(NOMS_DES_VALEURS.map((nom, i) => [nom, i]));

/** A gap of scores beyond which the second no longer counts. */
const GAP = 10;

/** What the calibration reads of an answer, by name. */
export function calibrationInputs(ranked: readonly Classe[]): Readonly<Record<string, number>> {
  const first = ranked[0];
  if (!first) return {};
  const { paire } = first;
  const { meilleur, demande, nature, situation } = paire;
  const { niveau } = nature;
  const column = demande.fitColonne(niveau);
  const label = demande.fitLibelle(niveau);
  const value = (nom: string): number => first.valeurs[VALUE_INDEX.get(nom) ?? -1] ?? 0;
  return {
    'logit du rang 1': clampedLogit(first.probabilite),
    'couverture demande': meilleur.couvertureDemande,
    'couverture libellé': meilleur.couvertureLibelle,
    'plus gros manque demande': meilleur.plusGrosManqueDemande,
    'plus gros manque libellé': meilleur.plusGrosManqueLibelle,
    'type de diplôme': Math.max(column || 0, label || 0),
    'type contraire': Math.max(Number.isNaN(column) ? 0 : 1 - column, Number.isNaN(label) ? 0 : 1 - label),
    'jamais vu': paire.usage === 0 ? 1 : 0,
    'supérieur et titres': SUPERIEUR.test(niveau) ? 1 : 0,
    titre: isTitre(niveau) ? 1 : 0,
    'ressemblance du texte': value('écriture/ressemblance du texte'),
    'meilleur morceau': value('morceau du libellé/ressemblance du meilleur morceau'),
    'établissement non retrouvé': value('établissement du libellé/nommé, pas retrouvé'),
    fermée: situation.fermee ? 1 : 0,
    'écart au deuxième': Math.min(GAP, first.score - (ranked[1]?.score ?? -Infinity)),
    'spécialité contraire': value('spécialité annoncée/contraire'),
    'exclue par la colonne': value('type de diplôme/exclue par la colonne') || value('niveau/autre niveau'),
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
