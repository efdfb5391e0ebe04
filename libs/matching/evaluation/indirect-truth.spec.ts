import { describe, expect, it } from '@jest/globals';
import { evidenceRow } from '../../../test/evidence-rows.ts';
import { certifInfoRow, diplomeRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { IndirectTruths } from './indirect-truth.ts';

const named = (cfd: string, libelleLong200: string, fields: Parameters<typeof diplomeRow>[1] = {}) =>
  diplomeRow(cfd, { libelleLong200, dateOuverture: '2015-09-01', ...fields });
const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      named('50022101', 'VERRIER (CAP)', { dateFermeture: '2022-08-31', nouveaux: ['50022102'] }),
      named('50022102', 'VERRIER SOUFFLEUR (CAP)', { anciens: ['50022101'] }),
      named('50022103', 'FACTEUR DE VITRAIL EN PLOMB (CAP)'),
      named('50022104', 'POTIER DE TERRE (CAP)'),
      named('50022105', 'POTIER DE TERRE ET DE GRES (CAP)'),
      named('26X22101', 'CHEF DE VERRERIE (ECOLE DU NORD)'),
      named('26X22102', 'CHEF DE VERRERIE (ECOLE DU SUD)'),
      named('26X22103', 'CHEF DE CRISTALLERIE (ECOLE DU SUD)'),
    ],
    n_niveau_formation_diplome: [
      niveauRow('500', { libelle: "CERTIFICAT D'APTITUDE PROFESSIONNELLE" }),
      niveauRow('26X', { libelle: 'TITRE INSCRIT AU RNCP' }),
    ],
    certif_info: [
      certifInfoRow('10', { cfd: '50022102', ancienCi: '9', ancienCfd: '50022101' }),
      certifInfoRow('11', { cfd: '50022103', rncp: 'RNCP11' }),
    ],
  }),
);
const truths = new IndirectTruths({
  concordance,
  rentree: '2024-09-01',
  temoins: [
    evidenceRow('CAP dentellier', { true_cfd: '50022104', note: 'certifinfo=20' }),
    evidenceRow('CAP potier', { true_cfd: '50022104', note: 'certifinfo=20' }),
    evidenceRow('CAP potier du midi', { true_cfd: '50022105', note: 'certifinfo=20' }),
  ],
});
const TITRE = 'Titre inscrit au RNCP (niveau 6)';

describe('the second truth of a row that has none', () => {
  it('is the diploma whose CFD ends with the specialité, where it shares a word with the label', () => {
    const affelnet = (libelle: string, specialite: string) =>
      truths.of(
        evidenceRow(libelle, {
          set: 'affelnet_2024',
          type_diplome_hint: '1CAP2',
          note: `specialite=${specialite}`,
        }),
      );
    expect(affelnet('1CAP2 FACT. VITRAIL', '22103')).toEqual({
      origine: 'spécialité de la ligne',
      codes: ['50022103'],
      plusieurs: false,
    });
    expect(affelnet('1CAP2 BOULANGER', '22103')).toBeNull();
  });

  it('is what replaced a truth that is closed', () => {
    expect(truths.of(evidenceRow('CAP verrier', { true_cfd: '50022101', note: 'certifinfo=11' }))).toEqual({
      origine: 'successeur du code fermé',
      codes: ['50022102'],
      plusieurs: false,
    });
  });

  it('is what the CI leads to, the closed diploma followed to its successor', () => {
    expect(truths.of(evidenceRow('Formation du verre', { note: 'certifinfo=10' }))).toMatchObject({
      origine: 'Certif Info',
      codes: ['50022102'],
    });
    expect(truths.of(evidenceRow('Formation du verre', { note: 'certifinfo=9' }))).toMatchObject({
      origine: 'filiation du CI',
      codes: ['50022102'],
    });
  });

  it('is several certifications where the row names several CI', () => {
    expect(truths.of(evidenceRow('CAP du verre', { note: 'certifinfo=10,11' }))).toMatchObject({
      codes: ['50022102', '50022103'],
      plusieurs: true,
    });
  });

  it('is what the fiche leads to, then what most rows of the CI bear', () => {
    expect(truths.of(evidenceRow('Vitrail', { true_rncp: 'RNCP11' }))).toMatchObject({
      origine: 'fiche RNCP',
      codes: ['50022103'],
    });
    expect(truths.of(evidenceRow('Terre', { note: 'certifinfo=20' }))).toMatchObject({
      origine: 'lignes du même CI',
      codes: ['50022104'],
    });
  });

  it('is the only certification that bears the name of the CI; several of that name cannot be told', () => {
    const titled = (intitule: string) =>
      truths.of(
        evidenceRow('Bachelor', {
          type_diplome_hint: TITRE,
          note: `certifinfo=99;intitule_certifinfo=${intitule}`,
        }),
      );
    expect(titled('chef de cristallerie')).toMatchObject({ origine: 'nom du CI', codes: ['26X22103'] });
    expect(titled('chef de verrerie')).toMatchObject({ plusieurs: true, codes: ['26X22101', '26X22102'] });
  });

  it('is that of the rows of the same name, then the certification that the label names or begins to name', () => {
    expect(truths.of(evidenceRow('CAP dentell. - en apprentissage'))).toMatchObject({
      origine: 'même libellé dans une liste',
      codes: ['50022104'],
    });
    expect(truths.of(evidenceRow('CAP facteur de vitr'))).toMatchObject({
      origine: 'nom officiel',
      codes: ['50022103'],
    });
    // The whole name of one wins over the beginning of another.
    expect(truths.of(evidenceRow('CAP potier de terre'))).toMatchObject({ codes: ['50022104'] });
  });

  it('is none where nothing tells', () => {
    expect(truths.of(evidenceRow('CAP tanneur', { note: 'certifinfo=99' }))).toBeNull();
  });
});
