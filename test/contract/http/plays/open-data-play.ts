import { refused, type Play } from '../contract-server.ts';
import { generatedSirets } from './quiforme-play.ts';
import { csvText, digits, generated, without, type Cells } from './written-table.ts';

export const INSERSUP_CREDENTIALS = { INSERSUP_CLE_API: 'cle-secrete-insersup' };

export interface OpenDataOptions {
  readonly rows?: number;
  readonly missing?: string;
}

/** A portal of OpenDataSoft: exports give all, records stop at 10,000. Data sets of the DGEFP, Caisse des Dépôts and ESR. */
export function openDataPlay({ rows = 30, missing }: OpenDataOptions = {}): Play {
  const sets = dataSets(rows);
  return ({ url }) => {
    const found = /^\/api\/explore\/v2\.1\/catalog\/datasets\/([\w-]+)\/exports\/csv$/.exec(url.pathname);
    const all = sets[found?.[1] ?? ''];
    if (found === null) return null;
    if (all === undefined) return { status: 404, body: { error_code: 'DatasetNotFound' } };
    const where = url.searchParams.get('where');
    const kept = where === null ? all : all.filter((row) => fulfils(row, where));
    const given = missing === undefined ? kept : without(kept, missing);
    // The portal writes a byte order mark.
    return {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      body: `\ufeff${csvText(given, url.searchParams.get('delimiter') ?? ';')}`,
    };
  };
}

/** The part of ODSQL that is asked for: equalities and differences joined by `and`. */
function fulfils(row: Cells, where: string): boolean {
  return where.split(' and ').every((condition) => {
    const [, column = '', operator, value] = /^(\w+)(!?=)'(.*)'$/.exec(condition) ?? [];
    return operator === '=' ? row[column] === value : row[column] !== value;
  });
}

/** InserSup's own API: one answer, every value a text, decimal commas, `nd` and `na`. */
export function insersupApiPlay({ rows = 30, missing }: OpenDataOptions = {}): Play {
  return ({ url, headers }) => {
    if (url.pathname !== '/api_parcoursup/insersup') return null;
    if (headers['x-omogen-api-key'] !== INSERSUP_CREDENTIALS.INSERSUP_CLE_API) return refused(401);
    const all = generated(rows, insersupApiRow);
    return { body: { results: missing === undefined ? all : without(all, missing) } };
  };
}

function insersupApiRow(rank: number): Cells {
  return {
    diplome: `24${digits(rank, 5)}`,
    libelle_diplome: `GESTION DES ORGANISATIONS ${String(rank)}`,
    type_diplome_long: 'licence_pro',
    etablissement: '0750000T',
    denomination_principale: "UNIVERSITÉ DE L'ESSAI",
    domaine: 'DEG',
    discipline: 'Sciences économiques',
    secteur_disciplinaire: 'SCIENCES DE GESTION',
    nb_inscrits: '119',
    nb_diplomes: rank % 3 === 0 ? 'nd' : '101',
    taux_poursuivant: '54,6',
    annee_universitaire: rank % 2 === 0 ? '2020-2021' : '2020-2021*',
    nb_in_dsn_6: '23',
    taux_in_dsn_6: '19,3',
    nb_in_dsn_30: 'na',
    taux_in_dsn_30: 'na',
  };
}

function dataSets(count: number): Readonly<Record<string, Cells[]>> {
  const sirets = generatedSirets(count);
  const siret = (rank: number): string => sirets[rank] ?? '';
  return {
    'liste-publique-des-of-v2': generated(count, (rank) => ({
      numerodeclarationactivite: `1175${digits(rank, 7)}`,
      denomination: `ÉCOLE D'ESSAI N°${String(rank)}`,
      siren: siret(rank).slice(0, 9),
      siretetablissementdeclarant: siret(rank).slice(9),
      certifications_actionsdeformation: 'true',
      certifications_bilansdecompetences: 'false',
      certifications_vae: 'false',
      certifications_actionsdeformationparapprentissage: 'true',
      adressephysiqueorganismeformation_ville: 'Orléans',
      adressephysiqueorganismeformation_codepostal: '45000',
      adressephysiqueorganismeformation_coderegion: '24',
    })),
    moncompteformation_catalogueformation: generated(count, (rank) => ({
      date_extract: '2026-11-20',
      numero_formation: `F-${String(rank)}`,
      siret: siret(rank),
      nom_of: "ÉCOLE D'ESSAI",
      code_rncp: rank % 2 === 0 ? String(30_000 + rank) : '-1',
      code_inventaire: rank % 2 === 0 ? '-1' : String(6000 + rank),
      intitule_certification: 'Électricien',
      intitule_formation: 'Électricien ; niveau 3',
      code_formacode_1: '24066',
      nb_action: '3',
      nb_session_active: '-1',
      frais_ttc_tot_min: '1200.5',
    })),
    moncompteformation_formations_engagees: generated(count, (rank) => ({
      annee_de_validation: '2025',
      code_rncp: String(30_000 + rank),
      intitule_certification: `Électricien ${String(rank)}`,
      statut_dossier: 'Clos - Réalisation Totale',
      modalite_presence: 'Présentiel',
      nb_dossiers: '12',
      montant_engage: '15000',
    })),
    entree_sortie_formation: generated(count, (rank) => ({
      annee_mois: '2025-03',
      annee: '2025',
      mois: '3',
      type_referentiel: 'RNCP',
      code_rncp: String(30_000 + rank),
      code_rs: '-1',
      code_certifinfo: '50000',
      intitule_certification: 'Électricien',
      siret_of_contractant: siret(rank),
      raison_sociale_of_contractant: "ÉCOLE D'ESSAI",
      entrees_formation: '4',
      sorties_realisation_partielle: '-1',
      sorties_realisation_totale: '3',
      date_chargement: '2026-10-01',
    })),
    'moncompteformation-les-usagers': generated(count, (rank) => ({
      annee: '2025',
      trimestre: String((rank % 4) + 1),
      tranche_age: `${String(20 + rank)} ans`,
      sexe: 'Femme',
      demandeur_emploi: 'oui',
      csp: 'Employés',
      region_residence: 'Bretagne',
    })),
    // Three rows a diploma: the whole, the graduates, the women; and the line of the country.
    'fr-esr-insersup': [
      ...generated(count, (rank) => insersupRow(rank, {})),
      ...generated(count, (rank) => insersupRow(rank, { obtention_diplome: 'diplômé' })),
      ...generated(count, (rank) => insersupRow(rank, { genre: 'femme' })),
      insersupRow(0, { uo_lib: 'National', etablissement: '' }),
    ],
  };
}

function insersupRow(rank: number, breakdown: Cells): Cells {
  return {
    date_jeu: '2026_S1',
    uo_lib: "UNIVERSITÉ DE L'ESSAI",
    etablissement: '0750000T',
    type_diplome_long: 'Master LMD',
    libelle_diplome: `DROIT ${String(rank)}`,
    diplome: `25${digits(rank, 5)}`,
    obtention_diplome: 'ensemble',
    genre: 'ensemble',
    nationalite: 'ensemble',
    regime_inscription: 'ensemble',
    promo: '2021,2022',
    nb_poursuivants: '6',
    nb_sortants: '75',
    tx_sortants_en_emploi_sal_fr_6: '86.67',
    tx_sortants_en_emploi_12: 'nd',
    ...breakdown,
  };
}
