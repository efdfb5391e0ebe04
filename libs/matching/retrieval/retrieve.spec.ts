import { describe, expect, it } from '@jest/globals';
import { drawConcordance, drawLabels } from '../../../test/bench/draw.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import { prepareDemande } from '../features/prepare-demande.ts';
import type { DistinctTexts } from './distinct-texts.ts';
import { buildLabelIndex } from './label-index.ts';
import { closedLimit, Retriever } from './retrieve.ts';

const RENTREE = '2024-09-01';
const LIMIT = 24;

describe('Retriever', () => {
  const concordance = drawConcordance(6000);
  const index = buildLabelIndex(concordance.certifications, RENTREE);
  const size = concordance.certifications.length;
  const queries = drawLabels(concordance, 400).map(
    (libelle) =>
      prepareDemande(
        {
          plateforme: 'generique',
          libelle,
          specialite: null,
          typeDiplome: null,
          voie: null,
          codes: SANS_CODE,
        },
        index,
        RENTREE,
      ).mots,
  );
  /** Nothing put together: every label scored by itself. */
  const labelByLabel: DistinctTexts = {
    owner: index.labelOwner,
    weight: index.labelWeight,
    times: new Int32Array(index.labels.length).fill(1),
    postingStart: index.postingStart,
    postingText: index.postingLabel,
    postingWeight: index.postingWeight,
  };
  const groupOf = Int16Array.from({ length: size }, (_, i) => i % 3);
  const own = Float32Array.from({ length: size }, (_, i) => (i % 7 === 0 ? 0.8 : 1));

  it.each([
    ['no affinity', Float32Array.of(1, 1, 1)],
    ['families that fit more or less', Float32Array.of(1, 1.3, 1.6)],
  ])('gives the same candidates, scores and order by distinct text as label by label: %s', (_, byGroup) => {
    const byText = new Retriever(index);
    const byLabel = new Retriever(index, labelByLabel);
    const affinity = { groupOf, byGroup, own };
    for (const words of queries) {
      expect(byText.retrieve(words, LIMIT, affinity)).toEqual(byLabel.retrieve(words, LIMIT, affinity));
    }
  });

  it('brings back at most as many as asked, best first', () => {
    const retriever = new Retriever(index);
    const affinity = { groupOf, byGroup: Float32Array.of(1, 1, 1), own };
    for (const words of queries.slice(0, 50)) {
      const found = retriever.retrieve(words, 5, affinity);
      const closed = found.filter(({ certification }) => certification % 7 === 0);
      expect(found.length - closed.length).toBeLessThanOrEqual(5);
      expect(closed.length).toBeLessThanOrEqual(closedLimit(5));
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it('finds the open certifications that closed ones of a better name would have hidden', () => {
    const retriever = new Retriever(index);
    const byGroup = Float32Array.of(1, 1, 1);
    const allOpen = new Float32Array(size).fill(1);
    for (const words of queries) {
      const best = retriever.retrieve(words, 6, { groupOf, byGroup, own: allOpen });
      const shut = allOpen.slice();
      for (const { certification } of best) shut[certification] = 0.99;
      const again = retriever.retrieve(words, 6, { groupOf, byGroup, own: shut });
      const closed = again.filter(({ certification }) => shut[certification] !== 1);
      expect(closed).toHaveLength(Math.min(best.length, closedLimit(6)));
      const more = retriever.retrieve(words, 12, { groupOf, byGroup, own: allOpen }).length > best.length;
      if (more) expect(again.length).toBeGreaterThan(closed.length);
    }
  });
});
