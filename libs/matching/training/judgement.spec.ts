import { describe, expect, it } from '@jest/globals';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import { labelKey, sortJudgements, type JugementExporte } from './judgement.ts';

const judgement = (libelle: string, fields: Partial<JugementExporte> = {}): JugementExporte => ({
  version: 1,
  plateforme: 'parcoursup',
  libelle,
  specialite: null,
  typeDiplome: null,
  voie: null,
  codes: SANS_CODE,
  rentree: '2026-09-01',
  verdict: 'autre',
  codeCertification: 'CFD:32031212',
  cfd: '32031212',
  motif: null,
  modele: 'essai',
  origine: 'revue',
  date: '2026-11-21',
  ...fields,
});

describe('the key of a label', () => {
  it('is that of the labelled sets', () => {
    const key = (libelle: string, specialite: string | null = null): string =>
      labelKey({ libelle, specialite });
    expect(key('BTS - Services', 'Négociation et digitalisation - en apprentissage')).toBe(
      'bts services negociation et digitalisation',
    );
    expect(key('Assistant de direction(s)')).toBe('assistant de direction s');
    expect(key('D.E secteur social', 'D.E Educateur Spécialisé - en apprentissage')).toBe(
      'd e secteur social d e educateur specialise',
    );
  });
});

describe('judgements sorted by use', () => {
  it('learn from the queue, measure on audits, and leave controls', () => {
    const sorted = sortJudgements([
      judgement('BTS tourisme'),
      judgement('BTS banque', { origine: 'audit' }),
      judgement('BTS assurance', { origine: 'controle' }),
    ]);
    expect(sorted.aApprendre.map(({ cle }) => cle)).toEqual(['bts tourisme']);
    expect(sorted.aMesurer.map(({ cle }) => cle)).toEqual(['bts banque']);
  });

  it('never learn from a label that was drawn at random', () => {
    const sorted = sortJudgements([
      judgement('BTS Banque'),
      judgement('bts banque', { origine: 'audit', cfd: '32031309' }),
    ]);
    expect(sorted.aApprendre).toEqual([]);
    expect(sorted.aMesurer[0]?.verites).toEqual([{ cfd: '32031309', lignes: 1 }]);
  });

  it('are one example a label, with every CFD judged right, the most frequent first; « aucune » has none', () => {
    const { aApprendre } = sortJudgements([
      judgement('BTS tourisme', { cfd: '32033499' }),
      judgement('BTS tourisme', { cfd: '32033422' }),
      judgement('BTS Tourisme', { cfd: '32033422' }),
      judgement('Prépa concours', { verdict: 'aucune', codeCertification: null, cfd: null }),
      judgement('Diplôme SISE', { codeCertification: 'SISE:2400020', cfd: null }),
    ]);
    expect(aApprendre).toMatchObject([
      {
        set: 'jugements_parcoursup_2026',
        verites: [
          { cfd: '32033422', lignes: 2 },
          { cfd: '32033499', lignes: 1 },
        ],
      },
      { cle: 'prepa concours', verites: [] },
    ]);
  });
});
