import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

const KNOWN = {
  siret: '35600000000048',
  connu: true,
  uai: '0010006B',
  plusieursNda: false,
  declarations: [
    {
      nda: '11990000199',
      active: true,
      dateDerniereDeclaration: '2024-05-02',
      dateFinExercice: '2023-12-31',
      qualiopi: { formation: true, bilan: false, vae: null, apprentissage: true, parUniteLegale: true },
      specialites: [{ code: '313', libelle: 'Finances' }],
    },
  ],
  habilitations: [
    {
      code: 'RNCP99901',
      active: true,
      dateActive: '2021-09-01',
      dateFinEnregistrement: '2026-08-31',
      dateDecision: '2021-06-01',
      former: true,
      organiserEvaluation: false,
      certificateurs: ['35600000000048'],
    },
  ],
};

describe('QuiForme', () => {
  it.each(['reponse.json', 'api-entreprise.json'])('both contracts give the same row: %s', async (name) => {
    const { table, rows, rejets } = await read(name);
    expect({ table, rejets }).toEqual({ table: 'quiforme', rejets: [] });
    expect(rows).toEqual([KNOWN]);
  });

  it('a SIRET that it does not know is a row that says so; an answer of nobody is refused', async () => {
    const { rows, rejets } = await read('import-entier.ndjson');
    expect(rows).toMatchObject([
      KNOWN,
      { siret: '35600000000055', connu: false, declarations: [] },
      { siret: '35600000000055', connu: false },
    ]);
    expect(rejets).toMatchObject([{ motif: 'SIRET_INCONNU' }]);
  });
});
