import { describe, expect, it } from '@jest/globals';
import { buildConcordance, type CodeCertification } from '#matching';
import { certifInfoRow, diplomeRow, referenceOf } from '../../../../test/reference-rows.ts';
import { grapheOf, type GrapheCertification } from './graphe-certification.ts';

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      diplomeRow('50000001', { nouveaux: ['50000002'], dateFermeture: '2015-08-31' }),
      diplomeRow('50000002', { nouveaux: ['50000003', '50000004'] }),
      diplomeRow('50000003', { libelleLong200: 'DIPLOME SUIVANT' }),
      diplomeRow('50000004'),
      diplomeRow('50000010', { nouveaux: ['50000011'] }),
      diplomeRow('50000011', { nouveaux: ['50000010'] }),
    ],
    certif_info: [
      certifInfoRow('101', { cfd: '50000002', rncp: 'RNCP100' }),
      certifInfoRow('102', { cfd: '50000003', rncp: 'RNCP100' }),
    ],
  }),
);

const graphe = (code: CodeCertification): GrapheCertification => {
  const found = concordance.get(code);
  if (found === undefined) throw new Error(`${code} is not in the graph`);
  return grapheOf(concordance, found);
};

describe('the graph around a certification', () => {
  it('follows the successions on both sides, with how many generations away', () => {
    const { certifications, successions } = graphe('CFD:50000002');
    expect(certifications.map(({ code, rang }) => [code, rang])).toEqual([
      ['CFD:50000002', 0],
      ['CFD:50000001', -1],
      ['CFD:50000003', 1],
      ['CFD:50000004', 1],
    ]);
    expect(certifications[2]?.libelle).toBe('DIPLOME SUIVANT');
    expect(successions).toEqual([
      { de: 'CFD:50000001', vers: 'CFD:50000002' },
      { de: 'CFD:50000002', vers: 'CFD:50000003' },
      { de: 'CFD:50000002', vers: 'CFD:50000004' },
    ]);
  });

  it('ends where successions turn in a circle', () => {
    const { certifications, successions } = graphe('CFD:50000010');
    expect(certifications).toHaveLength(2);
    expect(new Set(successions.map(({ de, vers }) => `${de} ${vers}`)).size).toBe(successions.length);
  });

  it('names the codes that lead to it, their source, and what else they lead to', () => {
    expect(graphe('CFD:50000002').codes).toContainEqual(
      expect.objectContaining({
        type: 'RNCP',
        code: 'RNCP100',
        source: 'certif_info',
        autres: ['CFD:50000003'],
      }),
    );
  });
});
