import { searchConditions } from '../campagnes/search-text.ts';
import type { Condition, WrittenCondition } from '../database/list-page.ts';
import type { RevueFilter } from './revue-filter.ts';

/** A condition on what an item shares with others: looked for among hundreds of profiles, not in each item. */
const ofProfil = (condition: string): string =>
  `profil_id = ANY (ARRAY(SELECT p.id FROM revue_profil p WHERE ${condition}))`;

/** Items of which a formation at least has all the words. */
const ofFormation =
  (words: WrittenCondition): WrittenCondition =>
  (add) =>
    `(campagne_id, signature_id) IN (
       SELECT f.campagne_id, f.signature_id FROM formation_recherche f WHERE ${words(add)})`;

/**
 * The filters as conditions on the columns of `revue`.
 * @param academies what the reader is limited to; null for no limit
 */
export function revueConditions(filter: RevueFilter, academies: readonly string[] | null): Condition[] {
  return [
    ['campagne_id = ?::uuid', filter.campagneId],
    ['statut = ?', filter.statut],
    [ofProfil('? = ANY (p.motifs)'), filter.motif],
    [ofProfil('p.type_diplome = ?'), filter.typeDiplome],
    [ofProfil('? = ANY (p.academies)'), filter.academie],
    ['confiance >= ?', filter.confianceMin],
    // A score of exactly 1 belongs to the last band.
    ['(confiance < ? OR (confiance = 1 AND ? = 1))', filter.confianceMax],
    ['acteur = ?', filter.acteur],
    ['origine = ?', filter.origine],
    ['verdict = ?', filter.verdict],
    ['patron = ?', filter.patron],
    ['id = ANY(?::uuid[])', filter.ids],
    ...searchConditions('f.recherche', filter.q).map(ofFormation),
    [ofProfil('p.academies && ?::text[]'), academies ?? undefined],
  ];
}
