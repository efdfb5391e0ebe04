import { describe, expect, it } from '@jest/globals';
import { diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { buildLabelIndex } from './label-index.ts';

describe('the labels of one certification', () => {
  const { certifications } = buildConcordance(
    referenceOf({
      n_formation_diplome: [
        diplomeRow('13525107', {
          libelleLong200: 'MECANIQUE DES FLUIDES (MASTER)',
          libelleStat33: 'MECA FLUIDES',
        }),
        diplomeRow('13525108', { libelleLong200: 'ACOUSTIQUE', libelleStat33: 'ACOUST' }),
      ],
    }),
  );
  const { labels } = buildLabelIndex(certifications, '2024-09-01');
  const of = (cfd: string) =>
    labels.filter(({ certification }) => certifications[certification]?.cfd === cfd);

  it('lend one another the family that one of them alone names', () => {
    expect(of('13525107').map(({ familleDeLUn }) => familleDeLUn)).toEqual(['Master', 'Master']);
  });

  it('have none where none of them names any', () => {
    expect(of('13525108').map(({ familleDeLUn }) => familleDeLUn)).toEqual([null, null]);
  });
});
