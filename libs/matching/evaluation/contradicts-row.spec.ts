import { describe, expect, it } from '@jest/globals';
import { evidenceRow } from '../../../test/evidence-rows.ts';
import { certifInfoRow, diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { RowContradictions } from './contradicts-row.ts';

const named = (cfd: string, libelleLong200: string, nouveaux: readonly string[] = []) =>
  diplomeRow(cfd, { libelleLong200, nouveaux, dateOuverture: '2015-09-01' });
const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      named('50022101', 'VERRIER (CAP)', ['50022102']),
      named('50022102', 'VERRIER SOUFFLEUR (CAP)'),
      named('50022103', 'FACTEUR DE VITRAIL (CAP)'),
      named('50022104', 'POTIER OPTION A TOURNAGE (CAP)'),
      named('50022105', 'POTIER OPTION B MOULAGE (CAP)'),
    ],
    certif_info: [certifInfoRow('10', { cfd: '50022102' }), certifInfoRow('11', { cfd: '50022103' })],
  }),
);
const bearing = (libelle: string, true_cfd: string, ci: string, intitule: string) =>
  evidenceRow(libelle, {
    true_cfd,
    type_diplome_hint: 'CAP',
    note: `certifinfo=${ci};intitule_certifinfo=${intitule}`,
  });
const TOURNAGE = 'potier option tournage';
const MOULAGE = 'potier option moulage';
const rows = [
  bearing('CAP potier tournage', '50022104', '20', TOURNAGE),
  bearing('CAP potier au tour', '50022104', '20', TOURNAGE),
  bearing('CAP potier', '50022104', '20', TOURNAGE),
  bearing('CAP potier moulage', '50022105', '21', MOULAGE),
];
const contradictions = new RowContradictions(concordance, '2024-09-01', rows);
const against = (...row: Parameters<typeof bearing>) => contradictions.of(bearing(...row));

describe('a truth that its own row contradicts', () => {
  it('is one that neither its CI nor its fiche leads to', () => {
    expect(against('CAP vitrail', '50022104', '11', 'facteur de vitrail')).toEqual({
      nature: 'ses codes mènent ailleurs',
      codes: ['50022103'],
    });
    expect(against('CAP vitrail', '50022103', '11', 'facteur de vitrail')).toBeNull();
  });

  it('is not the diploma that a renewed one replaced, nor one that bears the name of the CI', () => {
    expect(against('CAP verrier', '50022101', '10', 'verrier souffleur')).toBeNull();
    expect(against('CAP vitrail', '50022104', '11', 'potier option A tournage')).toBeNull();
  });

  it('is one that few rows of a CI bear where most bear another', () => {
    expect(against('CAP potier', '50022103', '20', TOURNAGE)).toEqual({
      nature: 'minoritaire dans son CI',
      codes: ['50022104'],
    });
    expect(against('CAP potier moulage', '50022103', '21', MOULAGE)).toBeNull();
  });

  it('is the option that its CI names, where the label names another and not that one', () => {
    expect(against('CAP potier option moulage', '50022104', '20', TOURNAGE)).toMatchObject({
      nature: 'nomme un autre CI',
      codes: ['50022105'],
      intitule: MOULAGE,
    });
    expect(against('CAP potier, moulage et tournage', '50022104', '20', TOURNAGE)).toBeNull();
    expect(against('CAP potier', '50022104', '20', TOURNAGE)).toBeNull();
  });

  it('is never said of a row of several CI, nor of a truth that no table knows', () => {
    expect(against('CAP potier', '50022103', '20,21', TOURNAGE)).toBeNull();
    expect(against('CAP potier', '50099999', '20', TOURNAGE)).toBeNull();
  });
});
