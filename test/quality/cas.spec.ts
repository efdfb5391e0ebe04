import { beforeAll, describe, expect, it } from '@jest/globals';
import { judgeSamples, type CasJuge } from './cas.ts';

const said = ({ cas, libelle, resultat, ecart }: CasJuge): string =>
  `${cas.catalogue} ${cas.identifiant} (${cas.cas}) « ${libelle} » : ${ecart ?? `acceptée ${resultat?.codeCertification ?? ''}`}`;

describe('the expected answers of the samples (samples/cas.csv)', () => {
  let judged: readonly CasJuge[] = [];
  beforeAll(async () => {
    judged = await judgeSamples();
  }, 60_000);

  it('covers every row of the sample catalogues', () => {
    expect(judged.length).toBeGreaterThanOrEqual(746);
    expect(judged.filter(({ resultat }) => resultat === null).map(({ cas }) => cas.attendu_statut)).toEqual([
      'refuse',
      'refuse',
      'refuse',
    ]);
  });

  it('accepts no certification but the expected one', () => {
    expect(judged.filter(({ accepteATort }) => accepteATort).map(said)).toEqual([]);
  });

  it('answers each row as expected', () => {
    expect(judged.filter(({ ecart }) => ecart !== null).map(said)).toEqual([]);
  });
});
