import { searchPatterns } from '../campagnes/search-text.ts';
import type { Condition } from '../database/list-page.ts';
import type { RevueFilter } from './revue-filter.ts';

/**
 * The filters as conditions on the columns of `revue`.
 * @param academies what the reader is limited to; null for no limit
 */
export function revueConditions(filter: RevueFilter, academies: readonly string[] | null): Condition[] {
  return [
    ['campagne_id = ?::uuid', filter.campagneId],
    ['statut = ?', filter.statut],
    ['? = ANY(motifs)', filter.motif],
    ['type_diplome = ?', filter.typeDiplome],
    ['? = ANY(academies)', filter.academie],
    ['confiance >= ?', filter.confianceMin],
    // A score of exactly 1 belongs to the last band.
    ['(confiance < ? OR (confiance = 1 AND ? = 1))', filter.confianceMax],
    ['acteur = ?', filter.acteur],
    ['origine = ?', filter.origine],
    ['verdict = ?', filter.verdict],
    ['patron = ?', filter.patron],
    ['id = ANY(?::uuid[])', filter.ids],
    [
      `(campagne_id, signature_id) IN (SELECT f.campagne_id, f.signature_id FROM formation f
         WHERE f.recherche LIKE ALL (?::text[]))`,
      searchPatterns(filter.q),
    ],
    ['academies && ?::text[]', academies ?? undefined],
  ];
}
