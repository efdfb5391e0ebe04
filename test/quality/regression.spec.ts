import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createMatcher, DEFAULT_MODEL } from '#matching';
import { judge } from '../../libs/matching/evaluation/judge.ts';
import { measure } from '../../libs/matching/evaluation/measure.ts';
import { describeWithSharedData } from '../shared-data.ts';
import { concordanceOf, partieOf, readLabels, rentreeOf, SETS } from './gold.ts';

interface Baseline {
  readonly modele: string;
  readonly partie: string;
  readonly jeux: Readonly<
    Record<string, { readonly justes: number; readonly dansLesCinq: number; readonly fausses: number }>
  >;
}

const baseline = JSON.parse(readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')) as Baseline;
/** One label of a small set weighs as much: a finer step would fail on a change of one answer. */
const SLACK = 0.012;

describe('the committed baseline', () => {
  it('is that of the model shipped', () => {
    expect(baseline.modele).toBe(DEFAULT_MODEL.id);
  });
});

describeWithSharedData('quality on the labelled listings', () => {
  it.each(SETS)(
    '%s does not fall below the baseline',
    async (set) => {
      const concordance = await concordanceOf(set);
      const rentree = rentreeOf(set);
      const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree });
      const labels = readLabels(set).filter(({ cle }) => `partie « ${partieOf(cle)} »` === baseline.partie);
      const found = measure(judge(labels, matcher, concordance, rentree));
      const expected = baseline.jeux[set];
      expect(found.justes ?? 0).toBeGreaterThanOrEqual((expected?.justes ?? 1) - SLACK);
      expect(found.dansLesCinq ?? 0).toBeGreaterThanOrEqual((expected?.dansLesCinq ?? 1) - SLACK);
      expect(found.fausses ?? 0).toBeLessThanOrEqual((expected?.fausses ?? 0) + SLACK);
    },
    180_000,
  );
});
