import { describe, expect, it } from '@jest/globals';
import type {
  CatalogueApprentissageRecord,
  FicheRncpRecord,
  IdeoRecord,
  KitRecord,
} from '../reference-data.ts';
import {
  certifInfoRow,
  diplomeRow,
  lienGroupeRow,
  mefRow,
  passageRow,
  referenceOf,
} from '../../../test/reference-rows.ts';
import type { GivenCodes } from '../formation.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import { buildConcordance } from './build-concordance.ts';
import type { Concordance } from './concordance.ts';

const kit = (cfd: string, rncp: string | null, fields: Partial<KitRecord> = {}): KitRecord => ({
  cfd,
  rncp,
  libelleRncp: null,
  dateEcheance: null,
  ...fields,
});
const fiche = (code: string, fields: Partial<FicheRncpRecord> = {}): FicheRncpRecord => ({
  code,
  intitule: null,
  actif: null,
  dateFinEnregistrement: null,
  anciens: [],
  nouveaux: [],
  ...fields,
});
const ideo = (code: string | null, fields: Partial<IdeoRecord> = {}): IdeoRecord => ({
  ideo: code,
  libelle: `formation ${code ?? ''}`,
  cfd: null,
  rncp: null,
  premiereSession: null,
  derniereSession: null,
  ...fields,
});
const offre = (cleMe: string, cfd: string | null, rncp: string | null): CatalogueApprentissageRecord => ({
  cleMe,
  codes: { cfd },
  rncp,
  ci: null,
});
const diplomes = ['32031212', '32331202', '40025214'].map((cfd) => diplomeRow(cfd));

function resolved(concordance: Concordance, codes: Partial<GivenCodes>) {
  return concordance.resolve({
    codes: { ...SANS_CODE, ...codes },
    voie: 'apprentissage',
    rentree: '2020-09-01',
  });
}

describe('the edges of the kit apprentissage', () => {
  const older = {
    millesime: '2020-01-01',
    kit_apprentissage: [kit('32031212', 'RNCP1'), kit('32331202', 'RNCP2')],
  };
  const newer = {
    millesime: '2023-12-18',
    n_formation_diplome: diplomes,
    kit_apprentissage: [kit('32331202', 'RNCP1', { dateEcheance: '2028-12-31' }), kit('40025214', null)],
  };
  const concordance = buildConcordance(referenceOf(older, newer));

  it('let the newest kit rule for a fiche, and keep those it no more lists', () => {
    expect(concordance.byRncp('RNCP1')).toEqual(['CFD:32331202']);
    expect(concordance.byRncp('RNCP2')).toEqual(['CFD:32331202']);
  });

  it('say their table, their vintage and how long the fiche is registered', () => {
    expect(concordance.liens('RNCP', 'RNCP1')).toEqual([
      expect.objectContaining({
        source: 'kit_apprentissage',
        millesime: '2023-12-18',
        nature: 'direct',
        dateFermeture: '2028-12-31',
      }),
    ]);
  });

  it('of two kits without a date say both, once where they agree', () => {
    const reference = referenceOf({ n_formation_diplome: diplomes });
    const kits = (...tables: (readonly ReturnType<typeof kit>[])[]) =>
      buildConcordance({
        ...reference,
        kit_apprentissage: tables.map((rows, i) => ({ millesime: '', sha256: String(i), rows })),
      });
    const one = [kit('32031212', 'RNCP9'), kit('32031212', 'RNCP10')];
    const other = [kit('40025214', 'RNCP9'), kit('32031212', 'RNCP10')];
    for (const concordance of [kits(one, other), kits(other, one)]) {
      expect(concordance.byRncp('RNCP9')).toEqual(['CFD:32031212', 'CFD:40025214']);
      expect(concordance.liens('RNCP', 'RNCP10')).toHaveLength(1);
    }
  });

  it('quote the snapshot that they come from', () => {
    const reference = referenceOf({ n_formation_diplome: diplomes });
    const rows = [kit('32031212', 'RNCP9')];
    const quoted = { ...reference, kit_apprentissage: [{ millesime: '', sha256: 'abc', rows }] };
    expect(buildConcordance(quoted).liens('RNCP', 'RNCP9')[0]?.instantane).toBe('abc');
  });
});

describe('tables that disagree', () => {
  it('leave the code leading to both, which makes it ambiguous', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: diplomes,
        certif_info: [certifInfoRow('1', { cfd: '32031212', rncp: 'RNCP50' })],
        kit_apprentissage: [kit('40025214', 'RNCP50')],
      }),
    );
    expect(concordance.byRncp('RNCP50')).toEqual(['CFD:32031212', 'CFD:40025214']);
    expect(resolved(concordance, { rncp: ['RNCP50'] })[0]?.validite).toBe(
      'Non valide - Plusieurs codes certification associés',
    );
  });
});

describe('the successions of fiches', () => {
  const concordance = buildConcordance(
    referenceOf({
      n_formation_diplome: diplomes,
      certif_info: [
        certifInfoRow('1', { cfd: '32031212', rncp: 'RNCP30' }),
        certifInfoRow('2', { cfd: '32331202', rncp: 'RNCP40' }),
      ],
      rncp_fiche: [fiche('RNCP10', { nouveaux: ['RNCP20'] }), fiche('RNCP41', { anciens: ['RNCP40'] })],
      rncp_remplacement: [
        { code: 'RNCP30', ancien: 'RNCP20', nouveau: null },
        { code: 'RNCP70', ancien: null, nouveau: 'RNCP71' },
        { code: 'RNCP71', ancien: null, nouveau: 'RNCP70' },
      ],
    }),
  );

  it('lead an unknown fiche on to the nearest that replaced it, through those that lead nowhere', () => {
    expect(resolved(concordance, { rncp: ['RNCP10'] })[0]).toMatchObject({
      validite: 'Valide',
      anciennete: 'nouveau',
      certifications: ['CFD:32031212'],
    });
    expect(concordance.liens('RNCP', 'RNCP20')[0]).toMatchObject({
      nature: 'successeur',
      source: 'rncp_fiche',
    });
  });

  it('lead it back to the one that it replaced where nothing replaced it', () => {
    expect(resolved(concordance, { rncp: ['RNCP41'] })[0]).toMatchObject({
      anciennete: 'ancien',
      certifications: ['CFD:32331202'],
    });
  });

  it('leave alone a fiche that has an edge of its own, and survive a circle', () => {
    expect(concordance.liens('RNCP', 'RNCP30')).toHaveLength(1);
    expect(concordance.byRncp('RNCP70')).toEqual([]);
  });
});

describe('the codes of Onisep', () => {
  const concordance = buildConcordance(
    referenceOf({
      n_formation_diplome: diplomes,
      kit_apprentissage: [kit('32331202', 'RNCP8')],
      onisep_passage: [passageRow('77', { ideo: 'FOR.3', rncp: 'RNCP8' })],
      ideo_fiche: [
        ideo('FOR.1', { cfd: '32031212', libelle: 'BTS de la fiche', derniereSession: 2026 }),
        ideo('FOR.2', { rncp: 'RNCP8' }),
      ],
      ideo_formation_initiale: [
        ideo('FOR.4', { cfd: '40025214', rncp: 'RNCP90' }),
        ideo(null, { rncp: 'RNCP91' }),
      ],
    }),
  );

  it('lead to the CFD that the fiche gives, dated by its sessions, else through its fiche of the register', () => {
    expect(concordance.liens('IDEO', 'FOR.1')[0]).toMatchObject({
      nature: 'direct',
      dateFermeture: '2026-12-31',
    });
    for (const code of ['FOR.2', 'FOR.3']) {
      expect(concordance.liens('IDEO', code)[0]).toMatchObject({
        certification: 'CFD:32331202',
        nature: 'indirect',
      });
    }
    expect(resolved(concordance, { ideo: ['FOR.2'] })[0]).toMatchObject({
      validite: 'Valide',
      anciennete: 'self',
    });
    expect(concordance.byCi('77')).toEqual(['CFD:32331202']);
    expect(concordance.byRncp('RNCP90')).toEqual(['CFD:40025214']);
  });

  it('bring their labels with their origin', () => {
    expect(concordance.get('CFD:32031212')?.libelles).toContainEqual({
      texte: 'BTS de la fiche',
      origine: 'IDEO',
    });
  });
});

describe('the title of a fiche', () => {
  it('names a diploma only where the fiche leads to that one alone', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: diplomes,
        kit_apprentissage: [
          kit('32031212', 'RNCP1', { libelleRncp: 'Intitulé du kit' }),
          kit('32331202', 'RNCP2', { libelleRncp: 'Intitulé partagé' }),
          kit('40025214', 'RNCP2', { libelleRncp: 'Intitulé partagé' }),
        ],
        rncp_fiche: [
          fiche('RNCP1', { intitule: 'Intitulé de la fiche' }),
          fiche('RNCP2', { intitule: 'Partagé' }),
        ],
      }),
    );
    const titles = (cfd: string): (string | undefined)[] | undefined =>
      concordance
        .get(`CFD:${cfd}`)
        ?.libelles.filter(({ origine }) => origine === 'RNCP')
        .map(({ texte }) => texte);
    expect(titles('32031212')).toEqual(['Intitulé de la fiche', 'Intitulé du kit']);
    expect(titles('32331202')).toEqual([]);
  });
});

describe('the clé ministères éducatifs', () => {
  const tables = {
    n_formation_diplome: diplomes,
    kit_apprentissage: [kit('32331202', 'RNCP8')],
    catalogue_apprentissage: [offre('115708P01#L01', '32031212', null), offre('115709P01', null, 'RNCP8')],
  };
  const concordance = buildConcordance(referenceOf(tables));
  const of = (cleMe: string) => resolved(concordance, { cleMe });

  it('leads to the CFD of its training, whatever the site, else through the fiche', () => {
    expect(of('115708P01#L01')[0]?.certifications).toEqual(['CFD:32031212']);
    expect(of('115708P01#L07')[0]?.certifications).toEqual(['CFD:32031212']);
    expect(of('115709P01#LAD')[0]?.certifications).toEqual(['CFD:32331202']);
    expect(concordance.byCleMe('115708P01#L07')).toEqual(['CFD:32031212']);
  });

  it('is unknown when the catalogue does not list it, and not spoken of without a catalogue', () => {
    expect(of('999999P01')[0]?.validite).toBe('Non valide - Code inconnu');
    const without = buildConcordance(referenceOf({ n_formation_diplome: diplomes }));
    expect(resolved(without, { cleMe: '115708P01#L01' })).toEqual([]);
  });
});

describe('the edges of common years', () => {
  const concordance = buildConcordance(
    referenceOf({
      n_formation_diplome: ['32033422', '32033423', '40020001', '40020002', '40020003', '40020009'].map(
        (cfd) => diplomeRow(cfd),
      ),
      n_mef: [
        mefRow('2472000131', '23810020001', '40020001'),
        mefRow('2472000233', '23830020002', '40020002'),
        mefRow('2472000333', '23830020003', '40020003'),
      ],
      n_lien_formation_groupe: [
        lienGroupeRow('G1', '40020001'),
        lienGroupeRow('G1', '40020002', { dateOuverture: '2020-09-01' }),
      ],
      famille_metiers: [
        { famille: 'F', cfdCommun: '40020001', cfdSpecialite: '40020003' },
        { famille: 'F', cfdCommun: '40020009', cfdSpecialite: '40020003' },
      ],
      n_lien_mef_famille_metier: [
        { famille: '001', mef: '2472000131', secondeCommune: true, dateOuverture: null, dateFermeture: null },
        {
          famille: '001',
          mef: '2472000333',
          secondeCommune: false,
          dateOuverture: null,
          dateFermeture: null,
        },
      ],
    }),
  );

  it('come from the reviewed list, then the groups, then the published lists for the entries they miss', () => {
    expect(concordance.anneesCommunes('32033423')).toEqual([
      expect.objectContaining({ entree: '32033422', source: 'liste relue' }),
    ]);
    expect(concordance.anneesCommunes('40020001')).toEqual([
      expect.objectContaining({
        specialite: '40020002',
        source: 'n_lien_formation_groupe',
        dateOuverture: '2020-09-01',
      }),
    ]);
    expect(concordance.get('CFD:40020009')?.specialitesDuTroncCommun).toEqual(['40020003']);
  });

  it('fall back on the MEF of the familles de métiers', () => {
    const alone = buildConcordance(
      referenceOf({
        n_formation_diplome: ['40020001', '40020003'].map((cfd) => diplomeRow(cfd)),
        n_mef: [
          mefRow('2472000131', '23810020001', '40020001'),
          mefRow('2472000333', '23830020003', '40020003'),
        ],
        n_lien_mef_famille_metier: [
          {
            famille: '1',
            mef: '2472000131',
            secondeCommune: true,
            dateOuverture: '2019-09-01',
            dateFermeture: null,
          },
          {
            famille: '1',
            mef: '2472000333',
            secondeCommune: false,
            dateOuverture: '2021-09-01',
            dateFermeture: null,
          },
        ],
      }),
    );
    expect(alone.anneesCommunes('40020003')).toEqual([
      expect.objectContaining({
        entree: '40020001',
        source: 'n_lien_mef_famille_metier',
        dateOuverture: '2021-09-01',
      }),
    ]);
  });
});
