import { describe, expect, it } from '@jest/globals';
import { certifInfoRow, diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from './build-concordance.ts';
import { anneeScolaire, rentreePreparee, situationAt } from './opening.ts';

describe('the situation at a rentrée', () => {
  it.each([
    ['no date', null, null, '2020-09-01', 'ouverte'],
    ['closed the day before', null, '2020-08-31', '2020-09-01', 'fermee'],
    ['closed long before', '2000-09-01', '2012-08-31', '2020-09-01', 'fermee'],
    ['closed at the end of the school year', null, '2021-08-31', '2020-09-01', 'ouverte'],
    ['closed in the middle of the school year', null, '2020-12-31', '2020-09-01', 'ouverte'],
    ['opens that day', '2020-09-01', null, '2020-09-01', 'ouverte'],
    ['opens the next year', '2021-09-01', null, '2020-09-01', 'a_venir'],
    ['a rentrée in January belongs to the school year before', null, '2021-08-31', '2021-01-04', 'ouverte'],
    ['closed between two rentrées', null, '2020-08-31', '2021-01-04', 'fermee'],
  ] as const)('%s', (_, ouverture, fermeture, rentree, expected) => {
    expect(situationAt({ ouverture, fermeture }, rentree)).toBe(expected);
  });

  it('knows the school year of a date and the rentrée a vintage prepares', () => {
    expect(anneeScolaire('2020-08-31')).toBe(2020);
    expect(anneeScolaire('2021-07-31')).toBe(2020);
    expect(rentreePreparee('2024-02-08')).toBe(2024);
    expect(rentreePreparee('2024-10-01')).toBe(2025);
    expect(rentreePreparee('v12')).toBeNull();
  });
});

describe('the certification in force', () => {
  const concordance = buildConcordance(
    referenceOf({
      n_formation_diplome: [
        diplomeRow('50000001', { dateFermeture: '2015-08-31', nouveaux: ['50000002'] }),
        diplomeRow('50000002', { dateFermeture: '2019-08-31' }),
        diplomeRow('50000003', { dateOuverture: '2019-09-01', anciens: ['50000002'] }),
        diplomeRow('50000010', { dateFermeture: '2019-08-31', nouveaux: ['50000011', '50000012'] }),
        diplomeRow('50000011'),
        diplomeRow('50000012'),
        diplomeRow('50000020', { dateFermeture: '2019-08-31', nouveaux: ['50000021'] }),
        diplomeRow('50000021', { dateFermeture: '2019-08-31', nouveaux: ['50000020'] }),
        diplomeRow('50000030', { dateFermeture: '2021-08-31' }),
        diplomeRow('50000031', { dateOuverture: '2021-09-01', anciens: ['50000030'] }),
        diplomeRow('50000040', { nouveaux: ['50000040', '5000004', '450255S'] }),
      ],
    }),
  );
  const inForce = (cfd: string, rentree = '2020-09-01'): string =>
    concordance.enVigueur(`CFD:${cfd}`, rentree);

  it('is itself while open', () => {
    expect(inForce('50000002', '2018-09-01')).toBe('CFD:50000002');
  });

  it('is the open end of the chain, one side alone saying the link', () => {
    expect(inForce('50000001')).toBe('CFD:50000003');
    expect(inForce('50000002')).toBe('CFD:50000003');
  });

  it('stays itself when there are several successors', () => {
    expect(inForce('50000010')).toBe('CFD:50000010');
    expect(concordance.successeursOuverts('CFD:50000010', '2020-09-01')).toEqual([
      'CFD:50000011',
      'CFD:50000012',
    ]);
  });

  it('is not lost in a cycle', () => {
    expect(inForce('50000020')).toBe('CFD:50000020');
  });

  it('is itself before it opens, its predecessors being told apart', () => {
    expect(inForce('50000031')).toBe('CFD:50000031');
    expect(concordance.situationALaRentree('CFD:50000031', '2020-09-01')).toBe('a_venir');
    expect(concordance.predecesseursOuverts('CFD:50000031', '2020-09-01')).toEqual(['CFD:50000030']);
  });

  it('makes links symmetric, without self-references nor codes of the wrong length', () => {
    expect(concordance.get('CFD:50000002')).toMatchObject({ anciens: ['50000001'], nouveaux: ['50000003'] });
    expect(concordance.get('CFD:50000040')).toMatchObject({ anciens: [], nouveaux: [] });
  });
});

describe('a renumbered code', () => {
  const concordance = buildConcordance(
    referenceOf(
      {
        millesime: '2025-05-06',
        n_formation_diplome: [
          diplomeRow('01022704', { dateFermeture: '2024-08-31', nouveaux: ['46122704'] }),
          diplomeRow('46122704', {
            libelleLong200: 'ENERGIES (CS4)',
            dateOuverture: '2024-09-01',
            anciens: ['01022704'],
          }),
        ],
      },
      {
        millesime: '2024-02-08',
        n_formation_diplome: [
          diplomeRow('01022704', { dateFermeture: '2024-08-31', nouveaux: ['46122702'] }),
          diplomeRow('46122702', {
            libelleLong200: 'ENERGIES (CS4)',
            dateOuverture: '2024-09-01',
            anciens: ['01022704'],
          }),
        ],
      },
    ),
  );

  it('is the same diploma, not a successor', () => {
    expect(concordance.get('CFD:46122702')).toMatchObject({
      presence: 'ancienne',
      renumerotations: ['46122704'],
      anciens: [],
      nouveaux: [],
    });
    expect(concordance.get('CFD:01022704')?.nouveaux).toEqual(['46122704']);
  });

  it.each([
    ['2023-09-01', 'CFD:01022704'],
    ['2024-09-01', 'CFD:46122702'],
    ['2025-09-01', 'CFD:46122704'],
  ])('is in force up to the rentrée its vintage prepared: %s', (rentree, expected) => {
    expect(concordance.enVigueur('CFD:01022704', rentree)).toBe(expected);
  });

  it('resolves in both directions', () => {
    expect(concordance.enVigueur('CFD:46122702', '2025-09-01')).toBe('CFD:46122704');
    expect(concordance.enVigueur('CFD:46122704', '2024-09-01')).toBe('CFD:46122702');
  });
});

describe('a reused number', () => {
  it('keeps its present name only, and is found by the number it took the name of', () => {
    const concordance = buildConcordance(
      referenceOf(
        {
          millesime: '2025-05-06',
          n_formation_diplome: [
            diplomeRow('46122703', { libelleLong200: 'SERVICES (CS4)' }),
            diplomeRow('46122705', { libelleLong200: 'ENERGIES (CS4)' }),
          ],
        },
        {
          millesime: '2024-02-08',
          n_formation_diplome: [
            diplomeRow('46122701', { libelleLong200: 'SERVICES (CS4)' }),
            diplomeRow('46122703', { libelleLong200: 'ENERGIES (CS4)' }),
          ],
        },
      ),
    );
    expect(concordance.get('CFD:46122703')?.libelles.map(({ texte }) => texte)).toEqual(['SERVICES (CS4)']);
    expect(concordance.get('CFD:46122701')?.renumerotations).toEqual(['46122703']);
  });
});

describe("Certif Info's predecessors", () => {
  it('count only where the BCN is silent on both sides', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: [diplomeRow('50000001', { nouveaux: ['50000002'] }), diplomeRow('50000002')],
        v_formation_diplome: [diplomeRow('36X00001'), diplomeRow('36X00002')],
        certif_info: [
          certifInfoRow('1', { cfd: '36X00002', ancienCfd: '36X00001' }),
          certifInfoRow('2', { cfd: '36X00002', ancienCfd: '50000001' }),
        ],
      }),
    );
    expect(concordance.get('CFD:36X00002')?.anciens).toEqual(['36X00001']);
    expect(concordance.get('CFD:50000001')?.nouveaux).toEqual(['50000002']);
    expect(concordance.continuum('36X00002')).toEqual({ anciens: [], nouveaux: [] });
  });
});
