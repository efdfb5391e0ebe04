import { describe, expect, it } from '@jest/globals';
import { certifInfoRow, diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { offresEtablissements, type HabilitationsRecord, type OffreApprentissageRecord } from './offres.ts';

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [diplomeRow('26X31290'), diplomeRow('26X31291'), diplomeRow('50022137')],
    certif_info: [certifInfoRow('1', { cfd: '26X31291', rncp: 'RNCP37849' })],
  }),
);
const RENTREE = '2026-09-01';

const offre = (fields: Partial<OffreApprentissageRecord>): OffreApprentissageRecord => ({
  cleMe: '140000P01',
  codes: { cfd: '26X31290' },
  rncp: null,
  ci: null,
  publiee: true,
  uaiComposante: '0219513B',
  uaiFormateur: '0069611P',
  siret: '99417124700012',
  siretFormateur: '99411644000011',
  ...fields,
});

type Habilitation = HabilitationsRecord['habilitations'][number];
const habilitation = (fields: Partial<Habilitation> = {}): HabilitationsRecord => ({
  siret: '99417124700012',
  uai: '0219513B',
  habilitations: [
    {
      code: 'RNCP37849',
      active: true,
      dateActive: '2022-01-01',
      dateFinEnregistrement: '2028-12-31',
      former: true,
      organiserEvaluation: false,
      ...fields,
    },
  ],
});

const found = (
  code: string,
  catalogue: readonly OffreApprentissageRecord[],
  habilitations: readonly HabilitationsRecord[] = [],
): string[] => {
  const offres = offresEtablissements([{ millesime: '2026', rows: catalogue }], habilitations, concordance);
  return [...offres.de([code], RENTREE).keys()];
};

describe('what establishments offer', () => {
  it.each(['0219513B', '0069611P', '99417124700012', '99411644000011'])(
    'is known by the place and by who trains there: %s',
    (code) => {
      expect(found(code, [offre({})])).toEqual(['CFD:26X31290']);
    },
  );

  it('leaves out what the catalogue no longer publishes, and a CFD that no table knows', () => {
    expect(found('0219513B', [offre({ publiee: false })])).toEqual([]);
    expect(found('0219513B', [offre({ codes: { cfd: '99999999' } })])).toEqual([]);
  });

  it('follows the fiche where the row has no CFD', () => {
    expect(found('0219513B', [offre({ codes: { cfd: null }, rncp: 'RNCP37849' })])).toEqual(['CFD:26X31291']);
  });

  it('reads the newest catalogue only', () => {
    const catalogues = [
      { millesime: '2025', rows: [offre({ codes: { cfd: '50022137' } })] },
      { millesime: '2026', rows: [offre({})] },
    ];
    const offres = offresEtablissements(catalogues, [], concordance);
    expect([...offres.de(['0219513B'], RENTREE).keys()]).toEqual(['CFD:26X31290']);
  });

  it.each(['0219513B', '99417124700012'])('counts an habilitation that allows to train: %s', (code) => {
    expect(found(code, [], [habilitation()])).toEqual(['CFD:26X31291']);
  });

  it.each([
    ['ended before the rentrée', { dateFinEnregistrement: '2026-08-31' }],
    ['yet to begin', { dateActive: '2026-09-02' }],
    ['inactive', { active: false }],
    ['for the assessment only', { former: false }],
    ['that does not say whether it allows to train', { former: null }],
  ])('does not count an habilitation %s', (_, fields) => {
    expect(found('0219513B', [], [habilitation(fields)])).toEqual([]);
  });

  it('says who knows it, once for all the codes of an establishment', () => {
    const catalogue = [offre({ codes: { cfd: '26X31291' } })];
    const offres = offresEtablissements(
      [{ millesime: '2026', rows: catalogue }],
      [habilitation()],
      concordance,
    );
    expect(offres.de(['0219513B', '99417124700012'], RENTREE)).toEqual(
      new Map([['CFD:26X31291', new Set(['catalogue_apprentissage', 'quiforme'])]]),
    );
    expect(offres.vide).toBe(false);
    expect(offresEtablissements([], [], concordance).vide).toBe(true);
  });
});
