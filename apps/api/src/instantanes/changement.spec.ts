import { describe, expect, it } from '@jest/globals';
import { changedFields } from './changement.ts';

describe('changedFields', () => {
  it('gives the old and new values of what changed, and nothing else', () => {
    expect(
      changedFields(
        { cfd: '32031212', dateFermeture: null, anciens: ['1'] },
        { cfd: '32031212', dateFermeture: '2026-08-31', anciens: ['1'] },
      ),
    ).toEqual([{ champ: 'dateFermeture', avant: null, apres: '2026-08-31' }]);
  });

  it('holds an absent field for an empty one: rows of two versions of a parser are the same row', () => {
    expect(changedFields({ cfd: '1', sise: null }, { cfd: '1' })).toEqual([]);
  });

  it('gives every field of a row that was added or removed', () => {
    expect(changedFields(null, { mef: '1', duree: 2 })).toEqual([
      { champ: 'duree', avant: null, apres: 2 },
      { champ: 'mef', avant: null, apres: '1' },
    ]);
    expect(changedFields({ mef: '1' }, null)).toEqual([{ champ: 'mef', avant: '1', apres: null }]);
  });
});
