import { describe, expect, it } from '@jest/globals';
import { diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import type { VeriteIndirecte } from './indirect-truth.ts';
import { indirectVerdict, tallyIndirect, type VerdictIndirect } from './indirect-verdict.ts';
import type { JudgedLabel } from './judge.ts';

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      diplomeRow('40022100', { libelleLong200: 'METIERS DU VERRE 2NDE COMMUNE (BAC PRO)' }),
      diplomeRow('40022101', { libelleLong200: 'VERRIER (BAC PRO)', nouveaux: ['40022103'] }),
      diplomeRow('40022102', { libelleLong200: 'VITRAIL (BAC PRO)' }),
      diplomeRow('40022103', { libelleLong200: 'VERRIER SOUFFLEUR (BAC PRO)', anciens: ['40022101'] }),
    ],
    famille_metiers: [
      { famille: 'Métiers du verre', cfdCommun: '40022100', cfdSpecialite: '40022103' },
      { famille: 'Métiers du verre', cfdCommun: '40022100', cfdSpecialite: '40022102' },
    ],
  }),
);
const truth = (codes: readonly string[], plusieurs = false): VeriteIndirecte => ({
  origine: 'Certif Info',
  codes,
  plusieurs,
});
const verdict = (cfd: string | null, ...verites: VeriteIndirecte[]): VerdictIndirect =>
  indirectVerdict(cfd, verites, [concordance]);

describe('an answer against an indirect truth', () => {
  it('is right where a row says exactly that code, and wrong where all say another', () => {
    expect(verdict('40022102', truth(['40022102']))).toBe('juste');
    expect(verdict('40022102', truth(['40022101']), truth(['40022102']))).toBe('juste');
    expect(verdict('40022102', truth(['40022101']))).toBe('fausse');
    expect(verdict(null, truth(['40022101']))).toBe('fausse');
    expect(verdict('40022102')).toBe('injugeable');
  });

  it('is equivalent for the common year, a renewal, or one of several codes of a fiche', () => {
    expect(verdict('40022100', truth(['40022102']))).toBe('équivalente');
    expect(verdict('40022100', truth(['40022101']))).toBe('équivalente');
    expect(verdict('40022103', truth(['40022101']))).toBe('équivalente');
    expect(verdict('40022102', truth(['40022101', '40022102']))).toBe('équivalente');
  });

  it('is wrong for one of several certifications that a row prepares for, their common year apart', () => {
    expect(verdict('40022102', truth(['40022102', '40022103'], true))).toBe('fausse');
    expect(verdict('40022100', truth(['40022102', '40022103'], true))).toBe('équivalente');
  });
});

describe('the tally of accepted answers', () => {
  it('counts the accepted only, and bounds the share of wrong ones among those judged', () => {
    const one = (accepte: boolean, verdict: VerdictIndirect) => ({
      judged: { accepte } as JudgedLabel,
      verites: verdict === 'injugeable' ? [] : [truth(['40022102'])],
      verdict,
    });
    const tally = tallyIndirect([
      one(true, 'juste'),
      one(true, 'fausse'),
      one(true, 'injugeable'),
      one(false, 'fausse'),
    ]);
    expect(tally).toMatchObject({
      etiquettes: 4,
      acceptees: 3,
      verdicts: { juste: 1, équivalente: 0, fausse: 1, injugeable: 1 },
      origines: { 'Certif Info': 2 },
    });
    // Half of two: between 2.5 % and 97.5 % at 95 % on each side.
    expect(tally.bornes[0]).toBeCloseTo(0.0253, 3);
    expect(tally.bornes[1]).toBeCloseTo(0.9747, 3);
  });
});
