import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('Mon compte formation', () => {
  it('offer: -1 is none, in codes and in figures; what is no figure is refused', async () => {
    const { table, rows, rejets, millesime } = await read('offre.csv');
    expect({ table, millesime }).toEqual({ table: 'cpf_offre', millesime: '2026-03-01' });
    expect(rows).toMatchObject([
      {
        id: 'F1',
        rncp: 'RNCP99901',
        rs: null,
        formacodes: ['31654'],
        actions: { valeur: 2 },
        sessions: { motif: 'na' },
        sessionsADistance: { motif: 'vide' },
        heures: { moyenne: { valeur: 120.5 } },
      },
    ]);
    expect(rejets).toMatchObject([{ ligne: 3, colonne: 'nb_action', motif: 'MESURE_INVALIDE' }]);
  });

  it('commitments', async () => {
    expect(await read('engagements.csv')).toMatchObject({
      table: 'cpf_engagement',
      rows: [
        {
          periode: '2025',
          rncp: 'RNCP99901',
          mesures: { nb_dossiers: { valeur: 12 }, prix_moyen: { motif: 'na' } },
        },
      ],
    });
  });

  it('entries and exits', async () => {
    expect(await read('entrees-sorties.csv')).toMatchObject({
      table: 'cpf_entree_sortie',
      millesime: '2026-04-01',
      rows: [
        {
          periode: '2026-03',
          rncp: null,
          rs: 'RS6999',
          ci: null,
          mesures: { entrees_formation: { valeur: 4 } },
        },
      ],
    });
  });

  it('users', async () => {
    expect(await read('usagers.csv')).toMatchObject({
      table: 'cpf_usager',
      rows: [{ trimestre: '2026-T1', demandeurEmploi: true, mesures: { nb_usagers: { valeur: 120 } } }],
    });
  });
});
