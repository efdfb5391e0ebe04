import { anneeCommune } from './annee-commune.ts';
import { continuite } from './continuite.ts';
import { dates } from './dates.ts';
import { etablissement } from './etablissement.ts';
import { famille } from './famille.ts';
import { homonymes } from './homonymes.ts';
import { lettres } from './lettres.ts';
import { libelle } from './libelle.ts';
import { mnemonique } from './mnemonique.ts';
import { morceau } from './morceau.ts';
import { seconde } from './seconde.ts';
import { motsAppris } from './mots-appris.ts';
import { motsDistinctifs } from './mots-distinctifs.ts';
import { niveau } from './niveau.ts';
import { nombres } from './nombres.ts';
import { option } from './option.ts';
import type { Critere, Paire } from './paire.ts';
import { specialite } from './specialite.ts';
import { usage } from './usage.ts';
import { voie } from './voie.ts';

/** The criteria of the ranker, in the order of the model's weights. */
export const CRITERES: readonly Critere[] = [
  libelle,
  morceau,
  motsDistinctifs,
  lettres,
  famille,
  niveau,
  option,
  anneeCommune,
  dates,
  continuite,
  usage,
  voie,
  etablissement,
  nombres,
  mnemonique,
  seconde,
  specialite,
  homonymes,
  motsAppris,
];

/** Name of every value, `critère/valeur`, in the order of the weights. */
export const NOMS_DES_VALEURS: readonly string[] = CRITERES.flatMap((critere) =>
  critere.valeurs.map((valeur) => `${critere.nom}/${valeur}`),
);

/** Where the values of each criterion start among those of a pair. */
const DEBUTS = CRITERES.map((_, i) =>
  CRITERES.slice(0, i).reduce((sum, { valeurs }) => sum + valeurs.length, 0),
);

/** Writes all the values of a pair, in the order of the weights, from `de` on; `out` is 0 there. */
export function writeValues(paire: Paire, out: Float64Array, de: number): void {
  for (let i = 0; i < CRITERES.length; i++) CRITERES[i]?.evaluer(paire, out, de + (DEBUTS[i] ?? 0));
}

/** All the values of a pair, in the order of the weights. */
export function valuesOf(paire: Paire): Float64Array {
  const out = new Float64Array(NOMS_DES_VALEURS.length);
  writeValues(paire, out, 0);
  return out;
}
