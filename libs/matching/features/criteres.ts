import { anneeCommune } from './annee-commune.ts';
import { continuite } from './continuite.ts';
import { dates } from './dates.ts';
import { etablissement } from './etablissement.ts';
import { famille } from './famille.ts';
import { lettres } from './lettres.ts';
import { libelle } from './libelle.ts';
import { mnemonique } from './mnemonique.ts';
import { morceau } from './morceau.ts';
import { seconde } from './seconde.ts';
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
];

/** Name of every value, `critère/valeur`, in the order of the weights. */
export const NOMS_DES_VALEURS: readonly string[] = CRITERES.flatMap((critere) =>
  critere.valeurs.map((valeur) => `${critere.nom}/${valeur}`),
);

/** All the values of a pair, in the order of the weights. */
export function valuesOf(paire: Paire): Float64Array {
  const out = new Float64Array(NOMS_DES_VALEURS.length);
  let at = 0;
  for (const critere of CRITERES) {
    const values = critere.evaluer(paire);
    for (let i = 0; i < critere.valeurs.length; i++) out[at++] = values[i] ?? 0;
  }
  return out;
}
