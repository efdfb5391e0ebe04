import { describe, expect, it } from '@jest/globals';
import { diplomeRow, mefRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from './build-concordance.ts';
import { premiereAnneeA, premieresAnnees } from './first-year.ts';

const closing = [
  mefRow('2473110631', '23810031106', '40031106', {
    dateOuverture: '2010-09-01',
    dateFermeture: '2025-08-31',
  }),
  mefRow('2473110632', '23820031106', '40031106', { dateFermeture: '2026-08-31' }),
  mefRow('2473110633', '23830031106', '40031106', { dateFermeture: '2027-08-31' }),
];
const at = (rentree: string, mefs = closing) => premiereAnneeA(premieresAnnees(mefs), rentree);

describe('the first year of a diploma', () => {
  it('closes before the diploma does', () => {
    expect(at('2024-09-01')).toBe('ouverte');
    expect(at('2025-09-01')).toBe('fermee');
    expect(at('2026-09-01')).toBe('fermee');
  });

  it('says nothing once every year is closed, nor without a MEF or a first year', () => {
    expect(at('2027-09-01')).toBeNull();
    expect(at('2027-09-01', [])).toBeNull();
    expect(at('2024-09-01', closing.slice(1))).toBeNull();
  });

  it('is to come before it opens', () => {
    expect(at('2009-09-01')).toBe('a_venir');
  });

  it('stays open while one dispositif still takes pupils', () => {
    const oneYear = mefRow('2393110611', '23910031106', '40031106', { dateOuverture: '2012-09-01' });
    expect(at('2026-09-01', [...closing, oneYear])).toBe('ouverte');
  });

  it('is not closed by a dispositif that is over', () => {
    const old = mefRow('2393110621', '23910031106', '40031106', { dateFermeture: '2010-08-31' });
    expect(at('2024-09-01', [old, ...closing])).toBe('ouverte');
  });

  it('is a fact of the certification', () => {
    const concordance = buildConcordance(
      referenceOf({ n_formation_diplome: [diplomeRow('40031106')], n_mef: closing }),
    );
    expect(concordance.get('CFD:40031106')?.premieresAnnees).toEqual([
      { dispositif: '247', ouverture: '2010-09-01', fermeture: '2025-08-31', fin: '2027-08-31' },
    ]);
  });
});
