// Development and tests only: establishments, alerts and the CPF as the API sends them.
import type {
  Alerte,
  Controle,
  ControlesFormation,
  Cpf,
  EtablissementDetail,
  FormationAlertee,
} from '../src/contract/etablissement.ts';
import { CAMPAGNE_ID } from './fake-campagne.ts';

const OBTENU = '2026-11-20T06:00:00Z';
const CFA = '0889464J';

const controle = (
  critere: string,
  etat: Controle['etat'],
  detail: string,
  more: Partial<Controle> = {},
): Controle => ({
  critere,
  etat,
  motif: critere,
  compare: '',
  detail,
  source: 'quiforme',
  date: null,
  obtenuLe: OBTENU,
  desaccords: [],
  ...more,
});

/** Every state that a check can end in. */
const CONTROLES: Controle[] = [
  controle('UAI_CLE', 'conforme', `L'UAI ${CFA} est bien formée.`, { source: 'catalogue', obtenuLe: null }),
  controle('UAI_OUVERTE', 'non_conforme', `L'établissement ${CFA} est fermé depuis le 31/08/2026.`, {
    source: 'acce',
    date: '2026-08-31',
  }),
  controle('SIRET_CLE', 'inconnu', 'La ligne ne donne pas de SIRET.', {
    source: 'catalogue',
    obtenuLe: null,
  }),
  controle('UAI_SIRET', 'conforme', "La ligne ne donne que l'UAI ; ACCE lui donne le SIRET 99417124700012.", {
    source: 'acce',
    desaccords: [{ source: 'quiforme', dit: 'SIRET 99417124700020' }],
  }),
  controle('NDA_FORME', 'conforme', '84887124740 : forme juste.'),
  controle('NDA_ACTIVE', 'perime', "84887124740 : déclaration d'activité active.", { constat: 'conforme' }),
  controle(
    'QUALIOPI',
    'conforme',
    "Qualiopi hérité de l'unité légale, le SIREN (formation par l'apprentissage).",
  ),
  controle(
    'HABILITATION',
    'hors_perimetre',
    "Diplôme délivré par l'État : aucune habilitation n'est à enregistrer.",
  ),
  controle('LISTE_PUBLIQUE', 'conforme', 'La liste publique porte le SIRET, déclaration 84887124740.', {
    source: 'organismes_formation',
  }),
];

const etablissement = (
  uai: string,
  nom: string,
  more: Partial<EtablissementDetail> = {},
): EtablissementDetail => ({
  id: uai,
  uai,
  nom,
  natureLibelle: 'Lycée polyvalent',
  etat: '1',
  ouverture: 'ouverte',
  secteur: 'PU',
  contrat: '99',
  tutelle: '06',
  siret: '99410000000016',
  commune: 'Ormelle',
  academie: 'Nancy-Metz',
  dateOuverture: '1990-09-01',
  dateFermeture: null,
  nbFormations: 0,
  nbNonConformes: 0,
  meres: [],
  filles: [],
  sirets: [],
  organismes: [],
  listePublique: [],
  desaccords: [],
  formations: [],
  ...more,
});

const mere = (uai: string, nom: string) => ({
  uai,
  nom,
  type: 'AN',
  dateOuverture: null,
  dateFermeture: null,
});

export const ETABLISSEMENTS: EtablissementDetail[] = [
  etablissement(CFA, "CFA des métiers du Val d'Ormelle", {
    natureLibelle: "Centre de formation d'apprentis",
    secteur: 'PR',
    nbFormations: 1,
    nbNonConformes: 1,
    meres: [mere('0749170R', 'Lycée Mathilde-Berthet'), mere('0389177P', 'Lycée polyvalent Ernest-Chavanel')],
    sirets: [
      { siret: '99417124700012', sources: [{ source: 'acce', role: 'etablissement' }] },
      { siret: '99417124700020', sources: [{ source: 'quiforme', role: 'etablissement' }] },
    ],
    organismes: [
      {
        siret: '99417124700012',
        connu: true,
        uai: CFA,
        obtenuLe: OBTENU,
        perime: true,
        declarations: [
          {
            nda: '84887124740',
            active: true,
            dateDerniereDeclaration: '2026-04-28',
            qualiopi: { formation: true, bilan: false, vae: null, apprentissage: true, parUniteLegale: true },
          },
        ],
        habilitations: [
          {
            code: 'RNCP38676',
            active: true,
            dateActive: '2022-01-01',
            dateFinEnregistrement: '2028-12-31',
            former: true,
            organiserEvaluation: null,
          },
        ],
      },
    ],
    listePublique: [{ nda: '84887124740', denomination: 'CFA DES METIERS', siret: null, siren: '994171247' }],
    desaccords: [
      {
        sujet: 'siret',
        siret: null,
        versions: [
          { source: 'acce', dit: '99417124700012' },
          { source: 'quiforme', dit: '99417124700020' },
        ],
      },
    ],
    formations: [
      {
        id: '1',
        campagneId: CAMPAGNE_ID,
        campagneNom: 'Parcoursup, échantillon 2026',
        identifiant: '42940',
        libelle: 'BTS - Services',
        specialite: 'Management commercial opérationnel',
        voie: 'apprentissage',
        statut: 'apparie',
        codeCertification: 'CFD:32031309',
        nonConformes: ['UAI_OUVERTE'],
      },
    ],
  }),
  etablissement('0549100Y', 'Lycée Adèle-Montferrand', {
    ouverture: 'fermee',
    etat: '4',
    dateFermeture: '2025-08-31',
    nbFormations: 4,
    nbNonConformes: 4,
  }),
  etablissement('0689128C', 'Lycée polyvalent Théophile-Wencker', {
    ouverture: 'a_venir',
    etat: '3',
    dateOuverture: '2027-09-01',
  }),
];

export const ALERTES: Alerte[] = [
  [
    'UAI_FERMEE',
    '0549100Y',
    "L'établissement 0549100Y est fermé depuis le 31/08/2025.",
    'rectorat',
    '2025-08-31',
    4,
  ],
  ['CODE_DISPARU', 'CFD:01033605', "CFD:01033605 n'est plus dans le dernier instantané.", 'dne', null, 1],
  [
    'FICHE_RNCP_FINIE',
    'RNCP35964',
    "L'enregistrement de RNCP35964 (Travaux publics) prend fin le 31/08/2024, avant la rentrée ; RNCP36634 (Travaux publics) la remplace.",
    'etablissement',
    '2024-08-31',
    3,
  ],
  [
    'HABILITATION_FINISSANTE',
    '99417124700012 RNCP38676',
    "L'habilitation RNCP38676 prend fin.",
    'etablissement',
    '2027-03-31',
    2,
  ],
].map(([type, cle, libelle, acteur, date, n]) => ({
  id: `execution-0.${String(type)}.${String(cle)}`,
  campagneId: CAMPAGNE_ID,
  campagneNom: 'Parcoursup, échantillon 2026',
  type: String(type),
  cle: String(cle),
  libelle: String(libelle),
  acteur: String(acteur),
  date: date === null ? null : String(date),
  nbFormations: Number(n),
  places: Number(n) * 24,
  voeux: Number(n) * 310,
}));

export const FORMATIONS_ALERTEES: FormationAlertee[] = [
  {
    id: '1',
    identifiant: '45202',
    libelle: 'BTS - Services',
    specialite: 'Gestion de la PME',
    etablissement: 'Lycée Adèle-Montferrand',
    uai: '0549100Y',
    academie: 'Nancy-Metz',
    capacite: 24,
    voeux: 310,
    detail: "L'établissement 0549100Y est fermé depuis le 31/08/2025.",
  },
];

const controles = (formationId: string): ControlesFormation => ({
  formationId,
  uai: CFA,
  siret: '99417124700012',
  calculeLe: OBTENU,
  rentree: '2026-09-01',
  controles: CONTROLES,
  etablissement: {
    uai: CFA,
    nom: "CFA des métiers du Val d'Ormelle",
    commune: 'Ormelle',
    ouverture: 'ouverte',
  },
});

const cpf = (code: string): Cpf => ({
  code,
  rncp: ['RNCP38362'],
  dansOffre: true,
  offre: { organismes: 12, formations: 31, sessions: 58, heuresMoyenne: 420, fraisMoyen: 3900 },
  mois: Array.from({ length: 24 }, (_, i) => ({
    periode: `${String(2024 + Math.floor((i + 3) / 12))}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
    entrees: 40 + ((i * 37) % 90),
    sortiesTotales: 30,
    sortiesPartielles: 4,
  })),
  annees: [{ annee: '2025', dossiers: 812 }],
  usagers: {
    trimestre: '2026-T1',
    total: 100,
    age: [
      { libelle: '25-34 ans', n: 60 },
      { libelle: '35-44 ans', n: 40 },
    ],
    sexe: [
      { libelle: 'Femme', n: 55 },
      { libelle: 'Homme', n: 45 },
    ],
    demandeurEmploi: [
      { libelle: 'true', n: 35 },
      { libelle: 'false', n: 65 },
    ],
    csp: [{ libelle: 'Employés', n: 100 }],
  },
  vivant: true,
  sources: [{ table: 'cpf_offre', millesime: '2026-06-15', nom: 'offre.csv' }],
});

/** The answer to a GET that is no list and no record, undefined where it is one of those. */
export const analyseEtablissement = (path: string): unknown => {
  const [resource, id = '', verb] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (resource === 'formations' && verb === 'controles') return controles(id);
  if (resource === 'certifications' && verb === 'cpf') return cpf(id);
  return undefined;
};
