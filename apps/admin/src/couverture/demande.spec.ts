import { describe, expect, it } from '@jest/globals';
import type { DemandeCouverture, RapportCouverture } from '../contract/couverture.ts';
import { couvertureQuery, lienFormations } from './demande.ts';

const DEMANDE: DemandeCouverture = {
  campagneId: 'campagne-1',
  executionId: '',
  moment: 'revue',
  poids: 'formations',
  groupe: 'type',
  perimetre: 'dans',
  academie: '',
  filiere: '',
  avec: '',
};
const rapport = (derniere: boolean) =>
  ({
    campagneId: 'campagne-1',
    executionId: 'execution-1',
    derniere,
    groupe: 'type',
    moment: 'concordance',
  }) as RapportCouverture;
const filterOf = (lien: string | null): unknown =>
  JSON.parse(decodeURIComponent(lien?.replace('/formations?filter=', '') ?? 'null'));

describe('what the coverage page asks for', () => {
  it('is a campaign, or a run which says its campaign', () => {
    expect(couvertureQuery(DEMANDE)).toBe(
      'campagneId=campagne-1&moment=revue&poids=formations&groupe=type&perimetre=dans',
    );
    expect(couvertureQuery({ ...DEMANDE, executionId: 'execution-1' })).toBe(
      'executionId=execution-1&moment=revue&poids=formations&groupe=type&perimetre=dans',
    );
  });

  it('leads to the rows of the run that is counted, at the moment that is counted', () => {
    const asked = { cle: 'BTS - Services', etat: 'Couvert' };
    expect(filterOf(lienFormations(rapport(true), DEMANDE, asked))).toEqual({
      campagneId: 'campagne-1',
      perimetre: 'dans',
      typeCouverture: 'BTS - Services',
      raisonConcordance: 'Couvert',
    });
    expect(filterOf(lienFormations(rapport(false), DEMANDE, asked))).toMatchObject({
      executionId: 'execution-1',
    });
  });

  it('has no rows to show for what the catalogue leaves blank', () => {
    expect(lienFormations(rapport(true), DEMANDE, { cle: '' })).toBeNull();
  });
});
