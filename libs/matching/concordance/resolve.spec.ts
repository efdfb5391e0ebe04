import { describe, expect, it } from '@jest/globals';
import type { GivenCodes, Voie } from '../formation.ts';
import type { CodeResolution } from '../match-result.ts';
import { certifInfoRow, diplomeRow, mefRow, referenceOf, siseRow } from '../../../test/reference-rows.ts';
import { buildConcordance } from './build-concordance.ts';

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      diplomeRow('32031212', { anciens: ['32031210'], dateOuverture: '2018-09-01' }),
      diplomeRow('32031210', { dateFermeture: '2018-08-31' }),
      diplomeRow('50000001', { dateFermeture: '2019-08-31', nouveaux: ['50000002', '50000003'] }),
      diplomeRow('50000002'),
      diplomeRow('50000003'),
      diplomeRow('50000004', { dateFermeture: '2019-08-31' }),
      diplomeRow('50000005', { dateOuverture: '2022-09-01' }),
      diplomeRow('01022103'),
    ],
    v_formation_diplome: [diplomeRow('36X00001'), diplomeRow('36X00002')],
    n_mef: [
      mefRow('3113121221', '32211031212', '32031212'),
      mefRow('3113121222', '32221031212', '32031212'),
      mefRow('3103121211', '32111031212', '32031212'),
      mefRow('2410000221', '23210000002', '50000002'),
      mefRow('2410000222', '23220000002', '50000002'),
    ],
    n_diplome_sise: [siseRow('2400020')],
    certif_info: [
      certifInfoRow('1', { cfd: '32031212', rncp: 'RNCP34030', ideo: 'FOR.1' }),
      certifInfoRow('2', { cfd: '32031210', rncp: 'RNCP34030', ideo: 'FOR.1' }),
      certifInfoRow('3', { cfd: '50000002', rncp: 'RNCP100', accessibleApprentissage: false }),
      certifInfoRow('4', { cfd: '36X00001', rncp: 'RNCP100' }),
      certifInfoRow('5', { cfd: '36X00001', rncp: 'RNCP200' }),
      certifInfoRow('6', { cfd: '36X00002', rncp: 'RNCP200', ancienRncp: 'RNCP150' }),
      certifInfoRow('7', { cfd: '36X00002', ancienRncp: 'RNCP160', ancienCfd: '36X00001' }),
      certifInfoRow('8', { rncp: 'RNCP300' }),
    ],
  }),
);

const NOTHING: GivenCodes = {
  cfd: null,
  mef: null,
  mefstat11: null,
  sise: null,
  rncp: [],
  ideo: [],
  cleMe: null,
};

function resolve(
  codes: Partial<GivenCodes>,
  voie: Voie | null = 'apprentissage',
  rentree = '2020-09-01',
): readonly CodeResolution[] {
  return concordance.resolve({ codes: { ...NOTHING, ...codes }, voie, rentree });
}

const VALIDE = 'Valide';
const PLUSIEURS = 'Non valide - Plusieurs codes certification associés';
const INCONNU = 'Non valide - Code inconnu';

describe('the resolution of a CFD', () => {
  it('finds an open one', () => {
    expect(resolve({ cfd: ' 32031212 ' })).toEqual([
      {
        typeCertification: 'CODECFD',
        valeur: ' 32031212 ',
        validite: VALIDE,
        anciennete: 'self',
        appariement: 'normal',
        controle: 'trouvé',
        certifications: ['CFD:32031212'],
        possibles: ['CFD:32031212'],
      },
    ]);
  });

  it('restores a lost zero and cuts the letter of the specialty', () => {
    expect(resolve({ cfd: '1022103' })[0]?.certifications).toEqual(['CFD:01022103']);
    expect(resolve({ cfd: '32031212T' })[0]?.certifications).toEqual(['CFD:32031212']);
  });

  it('updates a closed one that has one open successor', () => {
    expect(resolve({ cfd: '32031210' })[0]).toMatchObject({
      validite: VALIDE,
      anciennete: 'nouveau',
      controle: 'mis à jour',
      certifications: ['CFD:32031212'],
    });
  });

  it('does not choose between successors', () => {
    expect(resolve({ cfd: '50000001' })[0]).toMatchObject({
      validite: PLUSIEURS,
      anciennete: 'nouveau',
      controle: 'périmé',
      certifications: ['CFD:50000002', 'CFD:50000003'],
    });
  });

  it('keeps a closed one without a successor, and says it has expired', () => {
    expect(resolve({ cfd: '50000004' })[0]).toMatchObject({
      validite: VALIDE,
      anciennete: 'self',
      controle: 'périmé',
      certifications: ['CFD:50000004'],
    });
  });

  it('keeps one that is to come', () => {
    expect(resolve({ cfd: '50000005' })[0]).toMatchObject({
      controle: 'trouvé',
      certifications: ['CFD:50000005'],
    });
  });

  it.each(['50009999', 'AFFECTATION', ''])('does not know %j', (cfd) => {
    expect(resolve({ cfd })[0]).toMatchObject({
      validite: INCONNU,
      anciennete: null,
      appariement: null,
      controle: 'non trouvé',
      certifications: [],
      possibles: [],
    });
  });
});

describe('the resolution of a MEF', () => {
  it.each([
    ['a MEF10', { mef: '3113121221' }],
    ['a MEF10 with the final 0 of Affelnet', { mef: '31131212210' }],
    ['a MEFSTAT11 in the MEF column', { mef: '32211031212' }],
    ['a MEFSTAT11', { mefstat11: '32211031212' }],
    ['a MEF10 in the MEFSTAT11 column', { mefstat11: '31131212210' }],
  ])('takes %s', (_, codes) => {
    expect(resolve(codes)[0]).toMatchObject({ validite: VALIDE, certifications: ['CFD:32031212'] });
  });

  it('gives a school row the terminal year of its own dispositif', () => {
    expect(resolve({ mef: '3113121221' }, 'scolaire')[0]).toMatchObject({
      appariement: 'normal',
      possibles: ['MEFSTAT11:32221031212'],
    });
    expect(resolve({ mefstat11: '32111031212' }, 'scolaire')[0]?.possibles).toEqual([
      'MEFSTAT11:32111031212',
    ]);
    expect(resolve({ cfd: '32031212' }, 'scolaire')[0]?.possibles).toEqual([
      'MEFSTAT11:32111031212',
      'MEFSTAT11:32221031212',
    ]);
  });

  it('gives the CFD to apprenticeship and to an unknown route', () => {
    expect(resolve({ mef: '3113121221' }, 'apprentissage')[0]?.possibles).toEqual(['CFD:32031212']);
    expect(resolve({ mef: '3113121221' }, null)[0]?.possibles).toEqual(['CFD:32031212']);
  });

  it('calls inverse a school row whose diploma has no terminal year', () => {
    expect(resolve({ cfd: '50000003' }, 'scolaire')[0]).toMatchObject({
      appariement: 'inverse',
      possibles: ['CFD:50000003'],
    });
  });

  it('does not guess the CFD of a MEFSTAT11 from its last characters', () => {
    expect(resolve({ mefstat11: '32211099999' })[0]).toMatchObject({ validite: INCONNU });
  });
});

describe('the resolution of the other codes', () => {
  it('keeps of a RNCP what is open at the rentrée', () => {
    expect(resolve({ rncp: ['RNCP34030'] })[0]).toMatchObject({
      typeCertification: 'LISTE_RNCP',
      validite: VALIDE,
      certifications: ['CFD:32031212'],
    });
  });

  it('keeps of several what the route can lead to', () => {
    expect(resolve({ rncp: ['100'] }, 'apprentissage')[0]?.certifications).toEqual(['CFD:36X00001']);
    expect(resolve({ rncp: ['100'] }, 'scolaire')[0]?.certifications).toEqual(['CFD:50000002']);
    expect(resolve({ rncp: ['100'] }, null)[0]).toMatchObject({ validite: PLUSIEURS });
  });

  it('says when several remain', () => {
    expect(resolve({ rncp: ['RNCP200'] })[0]).toMatchObject({
      validite: PLUSIEURS,
      certifications: ['CFD:36X00001', 'CFD:36X00002'],
    });
  });

  it('reaches a certification through a former RNCP', () => {
    expect(resolve({ rncp: ['RNCP150'] })[0]).toMatchObject({
      anciennete: 'nouveau',
      certifications: ['CFD:36X00002'],
    });
    expect(resolve({ rncp: ['RNCP160'] })[0]).toMatchObject({
      anciennete: 'ancien',
      certifications: ['CFD:36X00001'],
    });
  });

  it('knows nothing of a RNCP without a certification here', () => {
    expect(resolve({ rncp: ['RNCP300'] })[0]).toMatchObject({ validite: INCONNU, controle: 'non trouvé' });
  });

  it('takes a SISE and an Idéo', () => {
    expect(resolve({ sise: '2400020' })[0]).toMatchObject({ validite: VALIDE, possibles: ['SISE:2400020'] });
    expect(resolve({ ideo: ['FOR.1'] })[0]?.certifications).toEqual(['CFD:32031212']);
    expect(resolve({ ideo: ['TYPDISP.4'] })[0]).toMatchObject({ validite: INCONNU });
  });
});

describe('the resolutions of a row', () => {
  it('come in a fixed order, one for each code, the clé ministères éducatifs aside', () => {
    const resolutions = resolve({
      ideo: ['FOR.1', 'FOR.2'],
      rncp: ['RNCP200', 'RNCP34030'],
      sise: '2400020',
      mefstat11: '32211031212',
      mef: '3113121221',
      cfd: '32031212',
      cleMe: '1234P567#L01',
    });
    expect(resolutions.map(({ typeCertification, valeur }) => `${typeCertification} ${valeur}`)).toEqual([
      'CODECFD 32031212',
      'CODEMEF 3113121221',
      'CODEMEFSTAT11 32211031212',
      'CODESISE 2400020',
      'LISTE_RNCP RNCP200',
      'LISTE_RNCP RNCP34030',
      'LISTE_IDEO FOR.1',
      'LISTE_IDEO FOR.2',
    ]);
  });

  it('are none for a row without codes', () => {
    expect(resolve({})).toEqual([]);
  });
});
