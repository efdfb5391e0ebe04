import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CRITERES_CONTROLE, type CritereControle } from './controle.ts';
import { controlerFormation } from './controler-formation.ts';
import type { EntreeControle } from './entree-controle.ts';
import type { FicheEtablissement } from './etablissement.ts';
import type {
  CoupleUaiSiret,
  FichesEtablissements,
  OrganismeListePublique,
  OrganismeQuiForme,
} from './fiches.ts';

const UAI = '0010006B';
/** La Poste: passes no Luhn, and is right all the same. */
const SIRET = '35600000000048';
const LA_POSTE_SANS_LUHN = '35600000009075';
const AUTRE = '73282932000074';
const LU = '2026-06-01T00:00:00Z';

const fiche = (more: Partial<FicheEtablissement> = {}): FicheEtablissement => ({
  uai: UAI,
  etat: '1',
  nature: '600',
  tutelle: '06',
  secteur: 'PU',
  contrat: '99',
  dateOuverture: '1990-09-01',
  dateFermeture: null,
  ...more,
});

const organisme = (more: Partial<OrganismeQuiForme> = {}): OrganismeQuiForme => ({
  siret: SIRET,
  connu: true,
  obtenuLe: LU,
  declarations: [],
  habilitations: [],
  ...more,
});

interface Monde {
  readonly acce?: FicheEtablissement;
  readonly couples?: readonly CoupleUaiSiret[];
  readonly organisme?: OrganismeQuiForme;
  readonly liste?: readonly OrganismeListePublique[];
  readonly sources?: Partial<FichesEtablissements['sources']>;
}

const fiches = ({
  acce,
  couples = [],
  organisme: known,
  liste = [],
  sources,
}: Monde): FichesEtablissements => ({
  sources: { acce: LU, quiforme: LU, listePublique: LU, ...sources },
  uai: (uai) => (uai === acce?.uai ? acce : undefined),
  rattachements: () => [],
  couplesDeUai: (uai) => couples.filter((one) => one.uai === uai),
  couplesDeSiret: (siret) => couples.filter((one) => one.siret === siret),
  organisme: (siret) => (siret === known?.siret ? known : undefined),
  listePublique: (siret) => liste.filter((one) => one.siret === siret),
});

const entree = (monde: Monde, more: Partial<EntreeControle> = {}): EntreeControle => ({
  rentree: '2026-09-01',
  voie: 'apprentissage',
  uai: UAI,
  uaiRefusee: false,
  siret: SIRET,
  siretRefuse: null,
  rncp: ['RNCP99901'],
  certificationDEtat: false,
  fiches: fiches(monde),
  ...more,
});

const motif = (critere: CritereControle, monde: Monde, more: Partial<EntreeControle> = {}) => {
  const found = controlerFormation(entree(monde, more)).controles.find((one) => one.critere === critere);
  return `${found?.etat ?? ''} ${found?.motif ?? ''}`;
};

describe('controlerFormation', () => {
  it('reads the key of a SIRET, La Poste apart', () => {
    expect(motif('SIRET_CLE', {})).toBe('conforme SIRET_VALIDE');
    expect(motif('SIRET_CLE', {}, { siret: LA_POSTE_SANS_LUHN })).toBe('conforme SIRET_VALIDE');
    expect(motif('SIRET_CLE', {}, { siret: '73282932000075' })).toBe('non_conforme SIRET_INVALIDE');
    expect(motif('SIRET_CLE', {}, { siret: null, siretRefuse: '12 34' })).toBe('non_conforme SIRET_INVALIDE');
    expect(motif('SIRET_CLE', {}, { siret: null })).toBe('inconnu SIRET_ABSENT');
  });

  it('holds nothing against a row when a source is not there', () => {
    const sources = { acce: null, quiforme: null, listePublique: null };
    const { nonConformes, uaiInconnue, controles } = controlerFormation(entree({ sources }));
    expect({ nonConformes, uaiInconnue }).toEqual({ nonConformes: [], uaiInconnue: false });
    expect(controles.filter(({ motif: why }) => why === 'SOURCE_ABSENTE').length).toBe(6);
  });

  it('follows the best source for the SIRET of a UAI, and shows what the others say', () => {
    const couple = (source: CoupleUaiSiret['source'], siret: string): CoupleUaiSiret => ({
      uai: UAI,
      siret,
      source,
      role: source === 'catalogue_apprentissage' ? 'lieu' : 'etablissement',
      obtenuLe: LU,
    });
    const couples = [couple('acce', AUTRE), couple('catalogue_apprentissage', SIRET)];
    const found = controlerFormation(entree({ couples }, { siret: null }));
    expect(found.siret).toBe(SIRET);
    expect(found.controles.find(({ critere }) => critere === 'UAI_SIRET')).toMatchObject({
      etat: 'conforme',
      motif: 'SIRET_TROUVE',
      desaccords: [{ source: 'acce', dit: `SIRET ${AUTRE}` }],
    });
    expect(motif('UAI_SIRET', { couples: [couple('acce', AUTRE)] })).toBe('non_conforme COUPLE_CONTREDIT');
  });

  it('leaves a private school outside contract and an agricultural lycée out of QuiForme’s scope', () => {
    const prive = { acce: fiche({ secteur: 'PR', contrat: '10' }) };
    const lycee = { acce: fiche({ tutelle: '03', nature: '300' }) };
    expect(motif('NDA_ACTIVE', prive)).toBe('hors_perimetre HORS_CONTRAT');
    expect(motif('QUALIOPI', lycee)).toBe('hors_perimetre LYCEE_AGRICOLE');
    // A CFA agricole is no lycée, and what QuiForme knows is read wherever it is.
    expect(motif('NDA_ACTIVE', { acce: fiche({ tutelle: '03' }) })).toBe('inconnu SIRET_INCONNU');
    expect(motif('NDA_ACTIVE', { ...prive, organisme: organisme() })).toBe('non_conforme NDA_ABSENT');
  });

  const oui = fc.constantFrom(true, false, null);
  const jour = fc.constantFrom(null, '2020-09-01', '2026-08-31', '2026-09-01', '2027-03-31', '2031-01-01');
  const organismes = fc.record({
    siret: fc.constant(SIRET),
    connu: fc.boolean(),
    obtenuLe: fc.constant(LU),
    declarations: fc.array(
      fc.record({
        nda: fc.constantFrom('84887124740', '?', '01973000199'),
        active: oui,
        dateDerniereDeclaration: jour,
        qualiopi: fc.record({
          formation: oui,
          bilan: oui,
          vae: oui,
          apprentissage: oui,
          parUniteLegale: oui,
        }),
      }),
      { maxLength: 3 },
    ),
    habilitations: fc.array(
      fc.record({
        code: fc.constantFrom('RNCP99901', 'RNCP99902'),
        active: oui,
        dateActive: jour,
        dateFinEnregistrement: jour,
        former: oui,
        organiserEvaluation: oui,
      }),
      { maxLength: 3 },
    ),
  });
  const mondes = fc.record({
    organisme: fc.option(organismes, { nil: undefined }),
    acce: fc.option(
      fc.record({
        uai: fc.constant(UAI),
        etat: fc.constantFrom('1', '2', '3', '4', null),
        nature: fc.constantFrom('300', '600', null),
        tutelle: fc.constantFrom('03', '06'),
        secteur: fc.constantFrom('PU', 'PR'),
        contrat: fc.constantFrom('10', '30', '99', null),
        dateOuverture: jour,
        dateFermeture: jour,
      }),
      { nil: undefined },
    ),
  });
  const rows = fc.record({
    uai: fc.constantFrom(UAI, null, '0010006A'),
    siret: fc.constantFrom(SIRET, AUTRE, null, '123'),
    voie: fc.constantFrom('scolaire' as const, 'apprentissage' as const, null),
    rncp: fc.constantFrom([], ['RNCP99901'], ['RNCP99901', 'RNCP99902']),
    certificationDEtat: fc.boolean(),
    uaiRefusee: fc.boolean(),
  });
  const worlds = fc.tuple(mondes, rows).map(([monde, row]) => entree(monde as Monde, row));

  it('makes every check once, in order, whatever the sources say, with a sentence', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const { controles, nonConformes } = controlerFormation(given);
        expect(controles.map(({ critere }) => critere)).toEqual(CRITERES_CONTROLE);
        expect(controles.every(({ detail }) => /[.»]$/.test(detail))).toBe(true);
        expect(nonConformes).toEqual(
          controles.filter(({ etat }) => etat === 'non_conforme').map(({ critere }) => critere),
        );
      }),
    );
  });

  it('gives the same answer for the same row, and never says out of date by itself', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        expect(controlerFormation(given)).toEqual(controlerFormation(given));
        expect(controlerFormation(given).controles.some(({ etat }) => etat === 'perime')).toBe(false);
      }),
    );
  });

  it('never holds an absence against what QuiForme does not reach', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const horsContrat = {
          ...given,
          uai: UAI,
          fiches: fiches({ acce: fiche({ secteur: 'PR', contrat: '10' }) }),
        };
        const { nonConformes } = controlerFormation({ ...horsContrat, uaiRefusee: false });
        for (const critere of [
          'NDA_FORME',
          'NDA_ACTIVE',
          'QUALIOPI',
          'HABILITATION',
          'LISTE_PUBLIQUE',
        ] as const) {
          expect(nonConformes).not.toContain(critere);
        }
      }),
    );
  });

  it('a better habilitation never makes the check worse', () => {
    fc.assert(
      fc.property(mondes, (monde) => {
        const known = monde.organisme ?? organisme();
        const good = {
          code: 'RNCP99901',
          active: true,
          dateActive: '2020-09-01',
          dateFinEnregistrement: '2031-01-01',
          former: true,
          organiserEvaluation: true,
        };
        const better = { ...known, connu: true, habilitations: [...known.habilitations, good] };
        expect(motif('HABILITATION', { ...monde, organisme: better })).toBe('conforme HABILITE');
      }),
    );
  });
});
