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
  '2nde/demandée et trouvée': 2,
  '2nde/trouvée, pas demandée': -2,
  'libellé de N_MEF/texte identique': 3,
  'libellé de N_MEF/autre durée': -0.5,
  'dates/fermée': -2,
  'dates/ouvre plus tard': -2,
  'nombres/absents': -0.5,
};

/** The expected weights in the order of the criteria, zero where nothing is expected. */
export function expectedWeights(): Float64Array {
  return Float64Array.from(NOMS_DES_VALEURS, (nom) => ATTENDUS[nom] ?? 0);
}
