import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('kit apprentissage and fiches of the RNCP', () => {
  it('lost zeros are given back, NR is nothing, a code that is none is refused', async () => {
    const { table, rows, rejets } = await read('kit-zeros-perdus.csv');
    expect(table).toBe('kit_apprentissage');
    expect(rows).toMatchObject([
      { cfd: '01099901', rncp: 'RNCP99955', niveau: '4', apprentissage: true, active: true },
      { cfd: '40099902', rncp: null, niveau: null, apprentissage: null, dateEcheance: null, active: null },
    ]);
    expect(rejets).toMatchObject([{ ligne: 4, colonne: 'Code Diplôme', motif: 'CODE_INVALIDE' }]);
  });

  it("a page of the kit's API is the same table", async () => {
    expect(await read('kit-api.json')).toMatchObject({
      table: 'kit_apprentissage',
      rows: [{ cfd: '40099901', rncp: 'RNCP99901', libelle: null }],
    });
  });

  it('RNCP and RS entries are told by their prefix, a line without number is refused', async () => {
    const { table, rows, rejets } = await read('rncp-fiches.csv');
    expect(table).toBe('rncp_fiche');
    expect(rows).toMatchObject([
      { code: 'RNCP99901', niveau: '3', actif: false, dateFinEnregistrement: '2023-08-31' },
      { code: 'RS6999', niveau: null, actif: true, dateDecision: '2024-02-12' },
    ]);
    expect(rejets).toMatchObject([{ ligne: 4, colonne: 'Numero_Fiche', motif: 'CODE_INVALIDE' }]);
  });

  it('a SIRET after a tabulation is read, what a partenaire may do too', async () => {
    expect(await read('rncp-partenaires.csv')).toMatchObject({
      table: 'rncp_partenaire',
      rows: [
        { siret: '35600000000048', former: true, organiserEvaluation: true },
        { siret: null, former: true, organiserEvaluation: false },
      ],
    });
  });

  it('a fiche may name a whole domain of the ROME', async () => {
    const { rows, rejets } = await read('rncp-rome.csv');
    expect(rows).toMatchObject([{ rome: 'H1506' }, { rome: 'M18', libelle: null }]);
    expect(rejets).toMatchObject([{ ligne: 4, motif: 'CODE_INVALIDE' }]);
  });
});
