import { describe, expect, it } from '@jest/globals';
import { diplomeRow, lienGroupeRow, mefRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from './build-concordance.ts';
import { indexMef } from './mef-index.ts';
import {
  hasNoTerminalYear,
  terminalMefstat11,
  terminalMefstat11At,
  terminalMefstat11OfCfd,
} from './terminal-year.ts';

const rows = [
  mefRow('3113121221', '32211031212', '32031212'),
  mefRow('3113121222', '32221031212', '32031212'),
  mefRow('3103121211', '32111031212', '32031212'),
  mefRow('3113342221', '32211033422', '32033422'),
  mefRow('2802123599', '23I01021235', '50321235'),
  mefRow('2212420111', '22123124201', '42024201'),
  mefRow('2222420111', '22133124201', '42024201'),
  mefRow('2413213922', '23220022139', '50022139', { dateFermeture: '2025-08-31' }),
  mefRow('2402213911', '23110022139', '50022139', { dateFermeture: '2021-08-31' }),
];
const index = indexMef(referenceOf({ n_mef: rows }));

function terminalOf(mef: string): string | null {
  const row = index.byMef(mef);
  if (row === undefined) throw new Error(mef);
  return terminalMefstat11(row, index);
}

describe('the terminal year', () => {
  it('replaces the fourth character by the duration', () => {
    expect(terminalOf('3113121221')).toBe('32221031212');
    expect(terminalOf('3113121222')).toBe('32221031212');
  });

  it('is the only MEF of the diploma and year where that code does not exist', () => {
    expect(terminalOf('2802123599')).toBe('23I01021235');
  });

  it('is the furthest year where each year is a dispositif of its own', () => {
    expect(terminalOf('2212420111')).toBe('22133124201');
  });

  it('does not exist for a common first year', () => {
    expect(terminalOf('3113342221')).toBeNull();
    expect(hasNoTerminalYear('32033422', index)).toBe(true);
    expect(hasNoTerminalYear('32031212', index)).toBe(false);
    expect(hasNoTerminalYear('99999999', index)).toBe(false);
  });

  it('never borrows the code of another diploma', () => {
    const other = indexMef(
      referenceOf({
        n_mef: [
          mefRow('3113342221', '32211033422', '32033422'),
          mefRow('3113342222', '32221033422', '32033423'),
        ],
      }),
    );
    expect(terminalMefstat11OfCfd('32033422', other)).toEqual([]);
  });

  it('lists those of a diploma, one for each dispositif, and those still open at a rentrée', () => {
    expect(terminalMefstat11OfCfd('32031212', index)).toEqual(['32111031212', '32221031212']);
    expect(terminalMefstat11At('50022139', '2022-09-01', index)).toEqual(['23220022139']);
    expect(terminalMefstat11At('50022139', '2026-09-01', index)).toEqual(['23110022139', '23220022139']);
  });

  it('shows on a certification those open in the newest table', () => {
    const concordance = buildConcordance(
      referenceOf({
        millesime: '2023-05-18',
        n_mef: rows,
        n_formation_diplome: [diplomeRow('50022139'), diplomeRow('36X00001')],
      }),
    );
    expect(concordance.get('CFD:50022139')).toMatchObject({
      mefstat11Terminaux: ['23220022139'],
      voieScolaire: true,
    });
    expect(concordance.get('CFD:36X00001')).toMatchObject({ mefstat11Terminaux: [], voieScolaire: false });
  });
});

describe('the common first years', () => {
  it('gives the options of a BTS by the reviewed list, for the codes that exist', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: ['32033422', '32033423', '32033424'].map((cfd) => diplomeRow(cfd)),
      }),
    );
    expect(concordance.get('CFD:32033422')?.specialitesDuTroncCommun).toEqual(['32033423', '32033424']);
    expect(concordance.get('CFD:32033423')?.specialitesDuTroncCommun).toEqual([]);
  });

  it('finds the entry of a group: the member without a terminal year, and its members in time', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: ['40020001', '40020002', '40020003', '40020004'].map((cfd) => diplomeRow(cfd)),
        n_mef: [
          mefRow('2472000131', '23810020001', '40020001'),
          ...['40020002', '40020003', '40020004'].map((cfd) =>
            mefRow(`247${cfd.slice(3)}33`, `238300${cfd.slice(3)}`, cfd),
          ),
        ],
        n_groupe_formation: [
          {
            groupe: 'G1',
            type: 'TG01',
            libelleCourt: null,
            libelleLong: 'ALIMENTATION',
            libelleEdition: 'Alimentation',
            dateOuverture: null,
            dateFermeture: null,
          },
        ],
        n_lien_formation_groupe: [
          lienGroupeRow('G1', '40020001', { dateOuverture: '2020-09-01', dateFermeture: '2022-08-31' }),
          lienGroupeRow('G1', '40020002', { dateOuverture: '2020-09-01' }),
          lienGroupeRow('G1', '40020003', { dateFermeture: '2021-08-31' }),
          lienGroupeRow('G1', '40020004', { dateOuverture: '2024-09-01' }),
          lienGroupeRow('G1', '40029999'),
        ],
      }),
    );
    expect(concordance.get('CFD:40020001')).toMatchObject({
      specialitesDuTroncCommun: ['40020002'],
      mefstat11Terminaux: [],
    });
    expect(concordance.get('CFD:40020001')?.libelles).toContainEqual({
      texte: 'Alimentation',
      origine: 'GROUPE',
    });
    expect(concordance.get('CFD:40020002')?.libelles).not.toContainEqual({
      texte: 'Alimentation',
      origine: 'GROUPE',
    });
  });
});
