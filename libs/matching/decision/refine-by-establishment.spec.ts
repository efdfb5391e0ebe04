import { describe, expect, it } from '@jest/globals';
import type { Candidat, CodeCertification, MatchResult, Motif } from '../match-result.ts';
import { refineByEstablishment, type PreuveEtablissement } from './refine-by-establishment.ts';

const candidat = (cfd: string, confiance: number): Candidat => ({
  codeCertification: `CFD:${cfd}`,
  cfd,
  sise: null,
  libelle: `DIPLOME ${cfd}`,
  confiance,
  explication: [],
});
const answer = (
  statut: MatchResult['statut'],
  confiances: readonly number[],
  motifs: readonly Motif[] = ['AMBIGU'],
): MatchResult => ({
  statut,
  codeCertification: 'CFD:00000001',
  cfd: '00000001',
  mefstat11: ['1'],
  rncp: ['RNCP1'],
  sise: null,
  ideo: [],
  confiance: confiances[0] ?? 0,
  motifs,
  explication: Array.from({ length: 6 }, (_, i) => ({
    critere: `c${String(i)}`,
    detail: '',
    contribution: i,
  })),
  candidats: confiances.map((confiance, i) => candidat(`0000000${String(i + 1)}`, confiance)),
  codes: [],
});
const offers = (cfd: string, fields: Partial<PreuveEtablissement> = {}): PreuveEtablissement => ({
  code: `CFD:${cfd}`,
  source: 'catalogue_apprentissage',
  titre: 'offre',
  porteur: 'etablissement',
  ...fields,
});
const REGLAGES = { seuil: 0.9, poids: 1.5, egalite: 0.8 };
const identite = (code: CodeCertification) => ({ mefstat11: [], rncp: [`de ${code}`], ideo: [] });
const refined = (result: MatchResult, ...offres: PreuveEtablissement[]): MatchResult =>
  refineByEstablishment(result, offres, REGLAGES, identite);

describe('the refinement by what the establishment offers', () => {
  it('raises the confidence of an answer that it offers, and accepts it past the certified threshold only', () => {
    const near = refined(answer('a_verifier', [0.8, 0.6]), offers('00000001'));
    expect(near).toMatchObject({ statut: 'apparie', motifs: ['MEILLEUR_NET'] });
    expect(near.confiance).toBeGreaterThan(0.9);
    expect(near.candidats[0]?.confiance).toBe(near.confiance);
    const far = refined(answer('a_verifier', [0.6, 0.5]), offers('00000001'));
    expect(far).toMatchObject({ statut: 'a_verifier', motifs: ['AMBIGU'] });
    expect(far.confiance).toBeGreaterThan(0.6);
  });

  it('believes a mère half as much, and says whose offer it is in an explanation of the same length', () => {
    const own = refined(
      answer('a_verifier', [0.6]),
      offers('00000001'),
      offers('00000001', { porteur: 'mere' }),
    );
    const mere = refined(
      answer('a_verifier', [0.6]),
      offers('00000001', { porteur: 'mere', titre: 'habilitation' }),
    );
    expect(mere.confiance).toBeLessThan(own.confiance);
    expect(own.explication).toHaveLength(6);
    expect(own.explication[0]?.detail).toBe('+ l’établissement la propose (catalogue de l’apprentissage)');
    expect(mere.explication[0]?.detail).toBe(
      '+ l’établissement mère y est habilité (catalogue de l’apprentissage)',
    );
  });

  it('puts an equal first when it is the only one offered, and leaves it to a person', () => {
    const result = refined(answer('a_verifier', [0.5, 0.45, 0.1]), offers('00000002'));
    expect(result).toMatchObject({
      statut: 'a_verifier',
      codeCertification: 'CFD:00000002',
      rncp: ['de CFD:00000002'],
      confiance: 0.45,
    });
    expect(result.candidats.map(({ cfd }) => cfd)).toEqual(['00000002', '00000001', '00000003']);
  });

  it('sends back an accepted answer that is not offered when an equal is', () => {
    const accepted = answer('apparie', [0.95, 0.9], ['MEILLEUR_NET']);
    const result = refined(accepted, offers('00000002'));
    expect(result).toMatchObject({ statut: 'a_verifier', codeCertification: 'CFD:00000001', confiance: 0.5 });
  });

  it.each([
    ['nothing is known of the establishment', answer('a_verifier', [0.8, 0.7]), []],
    ['it offers none of the candidates', answer('apparie', [0.95, 0.9]), [offers('99999999')]],
    ['the one offered is far behind', answer('a_verifier', [0.8, 0.3]), [offers('00000002')]],
    [
      'two equals are offered',
      answer('a_verifier', [0.5, 0.45, 0.44]),
      [offers('00000002'), offers('00000003')],
    ],
    ['codes contradict', answer('a_verifier', [0.8], ['CODES_CONTRADICTOIRES']), [offers('00000001')]],
    ['a person decided', answer('apparie', [1], ['DECISION_ANTERIEURE']), [offers('00000002')]],
    ['there is no answer', answer('sans_correspondance', []), [offers('00000001')]],
  ])('changes nothing when %s', (_, result, offres) => {
    expect(refined(result, ...offres)).toEqual(result);
  });

  it('never accepts an answer that the decision held back', () => {
    const sure = { ...REGLAGES, poids: 10 };
    const held = refineByEstablishment(answer('a_verifier', [0.5]), [offers('00000001')], sure, identite);
    expect(held.statut).toBe('a_verifier');
  });
});
