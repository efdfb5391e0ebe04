import { describe, expect, it } from '@jest/globals';
import type { CodeCertification } from '../match-result.ts';
import {
  certifInfoRow,
  diplomeRow,
  mefRow,
  niveauRow,
  passageRow,
  referenceOf,
  siseRow,
} from '../../../test/reference-rows.ts';
import { buildConcordance } from './build-concordance.ts';

const NEW = { millesime: '2025-05-01' };
const OLD = { millesime: '2020-07-15' };

describe('the merge of tables and vintages', () => {
  it('lets N win over V and V over the Enquête 51', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: [diplomeRow('32000001', { libelleLong200: 'DE N' })],
        v_formation_diplome: [
          diplomeRow('32000001', { libelleLong200: 'DE V' }),
          diplomeRow('36X00001', { libelleLong200: 'TITRE DE V' }),
        ],
        enquete_51: [
          diplomeRow('36X00001', { libelleLong200: 'TITRE DE E51' }),
          diplomeRow('36X00002', { libelleLong200: 'TITRE DE E51 SEUL' }),
        ],
      }),
    );
    expect(concordance.certifications.map(({ libelle }) => libelle)).toEqual([
      'DE N',
      'TITRE DE V',
      'TITRE DE E51 SEUL',
    ]);
    expect(concordance.get('CFD:32000001')?.libelles.map(({ texte }) => texte)).toEqual(['DE N', 'DE V']);
  });

  it('lets the newest vintage rule whatever the order they come in, and keeps deleted codes', () => {
    const older = {
      ...OLD,
      n_formation_diplome: [
        diplomeRow('46100001'),
        diplomeRow('46100002', { libelleLong200: 'ANCIEN LIBELLE' }),
      ],
    };
    const newer = {
      ...NEW,
      n_formation_diplome: [diplomeRow('46100002', { libelleLong200: 'NOUVEAU LIBELLE' })],
    };
    for (const reference of [referenceOf(older, newer), referenceOf(newer, older)]) {
      const concordance = buildConcordance(reference);
      expect(concordance.get('CFD:46100001')?.presence).toBe('ancienne');
      expect(concordance.get('CFD:46100002')).toMatchObject({
        presence: 'courante',
        libelle: 'NOUVEAU LIBELLE',
      });
      expect(concordance.get('CFD:46100002')?.libelles.map(({ texte }) => texte)).toEqual([
        'NOUVEAU LIBELLE',
        'ANCIEN LIBELLE',
      ]);
    }
  });

  it('does not call current a code of an Enquête 51 extract older than V', () => {
    const concordance = buildConcordance(
      referenceOf(
        { ...OLD, enquete_51: [diplomeRow('36X00002')] },
        { ...NEW, v_formation_diplome: [diplomeRow('36X00001')] },
      ),
    );
    expect(concordance.get('CFD:36X00002')?.presence).toBe('ancienne');
  });

  it('gives every certification once, sorted by code', () => {
    const concordance = buildConcordance(
      referenceOf({
        v_formation_diplome: [diplomeRow('50000001'), diplomeRow('01022103'), diplomeRow('36X00001')],
        n_diplome_sise: [siseRow('M000184'), siseRow('2400020')],
      }),
    );
    const codes = concordance.certifications.map(({ code }) => code);
    expect(codes).toEqual(['CFD:01022103', 'CFD:36X00001', 'CFD:50000001', 'SISE:2400020', 'SISE:M000184']);
  });
});

describe('the family and the level', () => {
  const niveaux = [
    niveauRow('320', {
      libelleCourt: 'BTS',
      libelle: 'BREVET DE TECHNICIEN SUPERIEUR',
      niveauQualification: '05',
    }),
    niveauRow('010', { libelleCourt: 'MC', libelle: 'MENTION COMPLEMENTAIRE', niveauQualification: 'XX' }),
  ];
  const levelOf = (cfd: string, fields: Parameters<typeof diplomeRow>[1] = {}): number | null | undefined =>
    buildConcordance(
      referenceOf({ n_formation_diplome: [diplomeRow(cfd, fields)], n_niveau_formation_diplome: niveaux }),
    ).get(`CFD:${cfd}`)?.niveauQualification;

  it('reads the family from the level table', () => {
    const concordance = buildConcordance(
      referenceOf({ n_formation_diplome: [diplomeRow('32031212')], n_niveau_formation_diplome: niveaux }),
    );
    expect(concordance.get('CFD:32031212')).toMatchObject({
      niveau: '320',
      famille: 'BREVET DE TECHNICIEN SUPERIEUR',
      niveauQualification: 5,
    });
  });

  it.each([
    ['the diploma says it', '01022001', { niveauQualification: '04' }, 4],
    ['the level table says it', '32031212', {}, 5],
    ['the first digit says it', '50022139', {}, 3],
    ['a mention of 0102 is level 3', '01022103', {}, 3],
    ['a mention of 0103 is level 4', '01033409', {}, 4],
    ['the label of a mention is an exception to that', '01022001', { libelleCourt: 'MC4' }, 4],
    [
      'the label of a mention, old numbering',
      '01033001',
      { libelleLong200: 'AIDE A DOMICILE (MC NIVEAU V)' },
      3,
    ],
    ['outside the framework', '99999902', {}, null],
  ])('%s', (_, cfd, fields, level) => {
    expect(levelOf(cfd, fields)).toBe(level);
  });
});

describe('the labels', () => {
  it('keeps every distinct one, best source first, blanks collapsed', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: [
          diplomeRow('32031212', {
            libelleLong200: 'NEGOCIATION  ET DIGITALISATION (BTS)',
            libelleStat33: 'NEGO. ET DIGITAL.',
          }),
        ],
        n_niveau_formation_diplome: [niveauRow('320', { libelleCourt: 'BTS' })],
        n_mef: [
          mefRow('3113121221', '32211031212', '32031212', {
            libelleLong: '1BTS2  NEGO. ET DIGITAL.',
            libelleEdition: '1bts2 nego. et digital.',
          }),
        ],
        certif_info: [
          certifInfoRow('100357', { cfd: '32031212', libelle: 'BTS négociation et digitalisation' }),
        ],
      }),
    );
    expect(concordance.get('CFD:32031212')?.libelle).toBe('NEGOCIATION ET DIGITALISATION');
    expect(concordance.get('CFD:32031212')?.libelles).toEqual([
      { texte: 'NEGOCIATION ET DIGITALISATION (BTS)', origine: 'BCN_LONG' },
      { texte: 'NEGO. ET DIGITAL.', origine: 'BCN_STAT33' },
      { texte: '1BTS2 NEGO. ET DIGITAL.', origine: 'MEF_LONG' },
      { texte: 'BTS négociation et digitalisation', origine: 'CERTIF_INFO' },
    ]);
  });

  it('keeps the school of a displayed label and drops the family', () => {
    const concordance = buildConcordance(
      referenceOf({
        v_formation_diplome: [
          diplomeRow('25031392', { libelleLong200: "METIERS DE L'IMMOBILIER (LP RENNES 1)" }),
          diplomeRow('46123301', { libelleLong200: 'PEINTURE DECORATION (CS4)' }),
        ],
      }),
    );
    expect(concordance.certifications.map(({ libelle }) => libelle)).toEqual([
      "METIERS DE L'IMMOBILIER (LP RENNES 1)",
      'PEINTURE DECORATION',
    ]);
  });
});

describe('the SISE diplomas', () => {
  const reference = referenceOf({
    n_formation_diplome: [diplomeRow('17022105', { sise: '6000721' })],
    v_formation_diplome: [diplomeRow('17022004')],
    n_diplome_sise: [
      siseRow('6000721'),
      siseRow('6001035'),
      siseRow('2400020', { typeDiplome: 'DP', libelle1: 'METIERS DU BTP', libelle2: 'CONDUITE DE TRAVAUX' }),
    ],
    n_type_diplome_sise: [{ typeDiplome: 'DP', libelle: 'LICENCE PROFESSIONNELLE' }],
    cfd_sise: [{ cfd: '17022004', sise: '6001035', uai: null }],
  });
  const concordance = buildConcordance(reference);

  it('are certifications only where no CFD covers them', () => {
    const sise = concordance.certifications.filter(({ cfd }) => cfd === null);
    expect(sise.map(({ code }) => code)).toEqual(['SISE:2400020']);
    expect(sise[0]).toMatchObject({
      famille: 'LICENCE PROFESSIONNELLE',
      niveauQualification: 6,
      libelle: 'METIERS DU BTP - CONDUITE DE TRAVAUX',
    });
  });

  it('lead to their CFD by the Enquête 51 or its extract', () => {
    expect(concordance.bySise('6000721')).toEqual(['CFD:17022105']);
    expect(concordance.bySise('6001035')).toEqual(['CFD:17022004']);
    expect(concordance.bySise('2400020')).toEqual(['SISE:2400020']);
    expect(concordance.get('CFD:17022004')?.sise).toBe('6001035');
  });
});

describe('the lookups by code', () => {
  const concordance = buildConcordance(
    referenceOf({
      n_formation_diplome: [diplomeRow('32031212'), diplomeRow('32331202')],
      n_mef: [mefRow('3713120221', '32212031202', '32331202', { dateOuverture: '2022-09-01' })],
      certif_info: [
        certifInfoRow('1', { cfd: '32031212', rncp: 'RNCP38368', ideo: 'FOR.2316', derniereSession: 2028 }),
        certifInfoRow('2', { cfd: '99900000', rncp: 'RNCP1' }),
        certifInfoRow('3', { cfd: '32331202', ancienRncp: 'RNCP15', ancienCfd: '32031212', ancienCi: '4' }),
        certifInfoRow('5', { cfd: '32331202', ancienRncp: 'RNCP16' }),
      ],
      onisep_passage: [passageRow('1', { cfd: '32331202', ideo: 'FOR.2316' })],
    }),
  );

  it('goes from MEFSTAT11 to CFD through N_MEF, never by the last five characters', () => {
    expect(concordance.byMefstat11('32212031202')).toEqual(['CFD:32331202']);
    expect(concordance.byMef('3713120221')).toEqual(['CFD:32331202']);
    expect(concordance.byMefstat11('32211031212')).toEqual([]);
  });

  it('follows Certif Info and the passage table, n to n', () => {
    expect(concordance.byRncp('RNCP38368')).toEqual(['CFD:32031212']);
    expect(concordance.byCi('1')).toEqual(['CFD:32031212', 'CFD:32331202']);
    expect(concordance.byIdeo('FOR.2316')).toEqual(['CFD:32031212', 'CFD:32331202']);
    expect(concordance.get('CFD:32031212')).toMatchObject({
      rncp: ['RNCP38368'],
      ideo: ['FOR.2316'],
      ci: ['1'],
    });
  });

  it('leads to nothing for a CFD that no table has', () => {
    expect(concordance.byRncp('RNCP1')).toEqual([]);
  });

  it('reads the predecessor of a row: its codes go together, else they lead to what replaced it', () => {
    expect(concordance.liens('RNCP', 'RNCP15')).toEqual([
      {
        type: 'RNCP',
        code: 'RNCP15',
        certification: 'CFD:32031212',
        nature: 'predecesseur',
        source: 'certif_info',
        millesime: '2020-07-15',
        instantane: null,
        dateOuverture: null,
        dateFermeture: null,
      },
    ]);
    expect(concordance.liens('RNCP', 'RNCP16')[0]).toMatchObject({
      certification: 'CFD:32331202',
      nature: 'successeur',
    });
    expect(concordance.byCi('4')).toEqual(['CFD:32031212']);
  });

  it('says the source and the dates of an edge', () => {
    expect(concordance.liens('MEF', '3713120221')[0]).toMatchObject({
      source: 'n_mef',
      dateOuverture: '2022-09-01',
    });
    expect(concordance.liens('RNCP', 'RNCP38368')[0]).toMatchObject({ dateFermeture: '2028-12-31' });
  });
});

describe('purity', () => {
  it('neither touches its input nor depends on the order of its rows', () => {
    const reference = referenceOf({
      n_formation_diplome: [
        diplomeRow('50000001', { nouveaux: ['50000002'], dateFermeture: '2019-08-31' }),
        diplomeRow('50000002'),
      ],
      n_mef: [
        mefRow('2410000121', '23210000001', '50000001'),
        mefRow('2410000122', '23220000001', '50000001'),
      ],
      certif_info: [
        certifInfoRow('2', { cfd: '50000001', rncp: 'RNCP12' }),
        certifInfoRow('1', { cfd: '50000002', rncp: 'RNCP12' }),
      ],
    });
    const before = structuredClone(reference);
    const reversed = Object.fromEntries(
      Object.entries(reference).map(([table, vintages]) => [
        table,
        vintages.map((vintage) => ({ ...vintage, rows: [...vintage.rows].reverse() })),
      ]),
    ) as unknown as typeof reference;
    const left = buildConcordance(reference);
    const right = buildConcordance(reversed);
    expect(reference).toEqual(before);
    expect(right.certifications).toEqual(left.certifications);
    expect(right.byRncp('RNCP12')).toEqual(left.byRncp('RNCP12'));
  });

  it('answers unknown codes without throwing', () => {
    const concordance = buildConcordance(referenceOf());
    const code: CodeCertification = 'CFD:00000000';
    expect(concordance.certifications).toEqual([]);
    expect(concordance.get(code)).toBeUndefined();
    expect(concordance.enVigueur(code, '2020-09-01')).toBe(code);
    expect(concordance.ouverteALaRentree(code, '2020-09-01')).toBe(false);
    expect(concordance.continuum('00000000')).toEqual({ anciens: [], nouveaux: [] });
  });
});
