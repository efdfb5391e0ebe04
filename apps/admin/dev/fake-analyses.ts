// Development and tests only: what the API computes from records rather than stores.
import type { Anteriorites, ChiffresFormation } from '../src/contract/contexte.ts';
import type { GrapheCertification } from '../src/contract/graphe.ts';
import type { FakeState } from './fake-data.ts';
import { analyseEtablissement } from './fake-etablissements.ts';

const graphe = (state: FakeState, code: string): GrapheCertification | null => {
  const found = state.certifications.find((one) => one.code === code);
  if (!found) return null;
  const dates = { dateOuverture: found.dateOuverture, dateFermeture: found.dateFermeture };
  const voisine = (cfd: string, rang: number) => ({
    code: `CFD:${cfd}`,
    libelle: `Diplôme ${cfd}`,
    rang,
    dateOuverture: null,
    dateFermeture: rang < 0 ? '2019-08-31' : null,
  });
  const rncp = found.rncp.map((value) => ({
    type: 'RNCP',
    code: value,
    source: 'certif_info',
    nature: 'direct',
    ...dates,
    autres: ['CFD:32031310'],
  }));
  return {
    centre: code,
    certifications: [
      { code, libelle: found.libelle, rang: 0, ...dates },
      ...found.anciens.map((cfd) => voisine(cfd, -1)),
      ...found.nouveaux.map((cfd) => voisine(cfd, 1)),
    ],
    successions: [
      ...found.anciens.map((cfd) => ({ de: `CFD:${cfd}`, vers: code })),
      ...found.nouveaux.map((cfd) => ({ de: code, vers: `CFD:${cfd}` })),
    ],
    codes: rncp,
  };
};

const CHIFFRES: ChiffresFormation = {
  couverture: 'Couvert',
  chiffres: { nbAnneeTerm: 31, tauxEnEmploi6Mois: 52, tauxEnFormation: 35 },
};

const ANTERIORITES: Anteriorites = {
  decisions: [
    {
      identifiant: '42940',
      campagneNom: 'Parcoursup 2025',
      rentree: '2025-09-01',
      libelle: 'BTS - Services',
      specialite: 'Management des unités commerciales',
      verdict: 'accepte',
      codeCertification: 'CFD:32031213',
      libelleCertification: 'MANAGEMENT COMMERCIAL OPERATIONNEL',
      creeLe: '2025-01-14T09:12:00Z',
    },
  ],
  encodages: [
    {
      identifiant: '42940',
      libelle: 'BTS MUC',
      annee: 2024,
      code: 'RNCP462',
      certifications: [],
      commentaire: 'vu avec le rectorat',
      instantane: 'encodages-2024.csv',
    },
  ],
};

/** Nothing is pinned: what a campaign would follow today. */
const epingles = ({ instantanes }: FakeState, tables: readonly string[]) => ({
  epinglees: false,
  tables,
  data: instantanes.filter(({ table }) => tables.includes(table)),
});

/** The answer to a GET that is no list and no record, undefined where it is one of those. */
export const analyse = (state: FakeState, path: string): unknown => {
  const [resource, id = '', verb] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (resource === 'campagnes' && verb === 'references') {
    return epingles(state, ['n_formation_diplome', 'v_formation_diplome', 'n_mef', 'certif_info']);
  }
  if (resource === 'campagnes' && verb === 'etablissements') {
    return epingles(state, ['acce_uai', 'acce_mere', 'quiforme', 'organisme_formation']);
  }
  if (resource === 'certifications' && verb === 'graphe') return graphe(state, id);
  if (resource === 'revues' && verb === 'anteriorites') return ANTERIORITES;
  if (path === '/formations/facettes')
    return { academies: [{ valeur: 'Lyon', nombre: 80 }], typesDiplome: [] };
  if (resource === 'formations' && verb === 'chiffres') return CHIFFRES;
  return analyseEtablissement(path);
};
