import { describe, expect, it } from '@jest/globals';
import type { JudgedLabel } from './judge.ts';
import { SANS_CODE } from './labelled-row.ts';
import { ceilingOf, truthText, type RapportVerites } from './truth-report.ts';

function judged(libelle: string, fields: Partial<JudgedLabel>): JudgedLabel {
  const formation = {
    plateforme: 'apprentissage' as const,
    libelle,
    specialite: null,
    typeDiplome: null,
    voie: null,
    codes: SANS_CODE,
  };
  return {
    label: {
      set: 'rco_2024',
      cle: libelle,
      formation,
      type: 'CAP',
      verites: [{ cfd: '50022101', lignes: 2 }],
      lignes: 2,
    },
    jugement: 'jugeable',
    resultat: { cfd: '50022102', candidats: [{ libelle: 'VITRAIL' }] } as unknown as JudgedLabel['resultat'],
    juste: false,
    rang: 0,
    accepte: true,
    contredite: false,
    ...fields,
  };
}
const right = judged('verrier', { juste: true });
const wrong = judged('chef de verrerie', {});
const truthless = judged('vitrail', { jugement: 'sans vérité' });
const report: RapportVerites = {
  labels: [right, wrong, truthless],
  sansVerite: [
    {
      judged: truthless,
      verites: [{ origine: 'Certif Info', codes: ['50022103'], plusieurs: false }],
      verdict: 'fausse',
    },
  ],
  fermees: [],
  contredites: [{ judged: wrong, preuves: [{ nature: 'minoritaire dans son CI', codes: ['50022109'] }] }],
  ambigues: [{ judged: wrong, autres: ['50022108'] }],
};

describe('the report on the truths', () => {
  it('gives what a label can tell at best: right, and wrong where several bear its name', () => {
    expect(ceilingOf(report)).toEqual({
      etiquettes: 2,
      justes: 1,
      ambigues: 1,
      ambiguesFausses: 1,
      justesOuAmbigues: 2,
    });
  });

  it('names the labels where asked, with their proof', () => {
    const text = truthText(report, true);
    expect(text).toContain('1 acceptées, 1 jugeables : 0 justes, 0 équivalentes, 1 fausses (100,0 %');
    expect(text).toContain(
      'fausse, rco_2024 « vitrail » [CAP] ×2 → 50022102 VITRAIL ; Certif Info : 50022103',
    );
    expect(text).toContain(
      '« chef de verrerie » [CAP] ×2 porte 50022101 : minoritaire dans son CI (50022109)',
    );
  });

  it('only counts the labels of the reserve', () => {
    const text = truthText(report, false);
    expect(text).toContain('1 fausses');
    expect(text).toContain('contredites par leur propre ligne : 1, dont 0 répondues tout de même');
    expect(text).not.toContain('«');
  });
});
