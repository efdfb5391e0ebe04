import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCleMe, readCleMe } from './cle-me.ts';

const RACINE = '115708P01211772900550007217729005500072-77284';

describe('readCleMe', () => {
  it('tells the site from the training', () => {
    expect(readCleMe(`${RACINE}#L01`)).toEqual({
      cle: `${RACINE}#L01`,
      racine: RACINE,
      lieu: 'L01',
      aDistance: false,
    });
  });

  it('knows the suffix of distance learning', () => {
    expect(readCleMe(`${RACINE}#lad`)).toMatchObject({ cle: `${RACINE}#LAD`, lieu: null, aDistance: true });
  });

  it('takes a key without a suffix', () => {
    expect(readCleMe(RACINE)).toMatchObject({ cle: RACINE, lieu: null, aDistance: false });
  });

  it.each(['', '115708', `${RACINE}#`, `${RACINE}#X01`, '12345678'])('refuses %j', (text) => {
    expect(parseCleMe(text)).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 10, max: 99 }), (ci, site) => {
        const cle = parseCleMe(`${ci}P01211772900550007#L${site}`);
        expect(cle).not.toBeNull();
        expect(parseCleMe(cle ?? '')).toBe(cle);
      }),
    );
  });
});
