import { describe, expect, it } from '@jest/globals';
import * as conditionAdmin from '../../apps/admin/src/contract/condition.ts';
import { MOTIFS as MOTIFS_ADMIN } from '../../apps/admin/src/formations/motifs.ts';
import { CHAMPS_FORMATION } from '../../apps/api/src/appariements/formation-condition.ts';
import * as conditionApi from '../../apps/api/src/perimetre/condition.ts';
import { MOTIFS } from '../../libs/matching/match-result.ts';

/**
 * The back office knows the server by HTTP only, and keeps its own lists: what each of them says twice is held here, so
 * that a word added on one side cannot be missing on the other.
 */
describe('the lists that the back office keeps apart', () => {
  it('name the reason codes of the engine, in its order', () => {
    expect([...MOTIFS_ADMIN]).toEqual([...MOTIFS]);
  });

  it('build conditions from the fields of the API, and no other', () => {
    expect(conditionAdmin.CHAMPS).toEqual(conditionApi.CHAMPS);
    expect(conditionAdmin.CHAMPS_FORMATION).toEqual(CHAMPS_FORMATION);
  });

  it('compare each kind of field as the API does, in its order', () => {
    expect(conditionAdmin.OPERATEURS_DU_GENRE).toEqual(conditionApi.OPERATEURS_DU_GENRE);
  });

  it('nest groups as deep as the API takes them, and no deeper', () => {
    const nest = (depth: number): unknown =>
      depth === 0
        ? { type: 'test', champ: 'uai', operateur: 'vide' }
        : { type: 'et', conditions: [nest(depth - 1)] };
    const taken = (depth: number): boolean => conditionApi.conditionSchema.safeParse(nest(depth)).success;
    expect(taken(conditionAdmin.MAX_PROFONDEUR)).toBe(true);
    expect(taken(conditionAdmin.MAX_PROFONDEUR + 1)).toBe(false);
  });
});
