import { NOMS_DES_VALEURS } from '../features/criteres.ts';

/**
 * Reviewed data: weights that a reader of the field expects of values too rare in the labelled listings for
 * them to say. Training moves them where it has evidence.
 */
const ATTENDUS: Readonly<Record<string, number>> = {
  'option/identique, lue seule': 1,
  'option/contraire': -2,
  'option/contraire, lue seule': -1,
  'option/entrée commune malgré une option': -1.5,
  'type de diplôme/seule de la famille nommée': 7,
  'année commune/demandée et trouvée': 1.5,
  'année commune/trouvée, pas demandée': -1,
  'établissement du libellé/nommé, pas retrouvé': -0.5,
  '2nde/demandée et trouvée': 4,
  '2nde/trouvée, pas demandée': -2,
  '2nde/demandée, suite d’une 2nde commune': -1.5,
  'libellé de N_MEF/répond par N_MEF': 0.5,
  'libellé de N_MEF/même durée': 0.3,
  'libellé de N_MEF/texte identique': 3,
  'libellé de N_MEF/autre durée': -0.5,
  'dates/fermée': -2,
  'dates/ouvre plus tard': -2,
  'dates/première année fermée': -2,
  'nombres/absents': -0.5,
};

/**
 * The expected weights in the order of the criteria, zero where nothing is expected.
 * @throws Error where a weight is expected of a value that no criterion has: it would be lost silently.
 */
export function expectedWeights(): Float64Array {
  const unknown = Object.keys(ATTENDUS).filter((nom) => !NOMS_DES_VALEURS.includes(nom));
  if (unknown.length > 0) throw new Error(`aucun critère n’a la valeur ${unknown.join(', ')}`);
  return Float64Array.from(NOMS_DES_VALEURS, (nom) => ATTENDUS[nom] ?? 0);
}
