import { refused, type Play } from '../contract-server.ts';
import { digits, generated } from './written-table.ts';

export const QUIFORME_CREDENTIALS = { QUIFORME_JETON: 'jeton-secret-quiforme' };
export const API_ENTREPRISE_CREDENTIALS = { API_ENTREPRISE_JETON: 'jeton-secret-entreprise' };

/** Generated SIRET, valid by Luhn. */
export function generatedSirets(count: number): string[] {
  return generated(count, (rank) => {
    const stem = `8${digits(rank * 13, 8)}0001`;
    return `${stem}${String((10 - (luhn(`${stem}0`) % 10)) % 10)}`;
  });
}

function luhn(number: string): number {
  return [...number].reverse().reduce((sum, digit, index) => {
    const weighed = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return sum + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
}

export interface QuiFormeOptions {
  /** SIRET that answer 404, and those that answer 200 with `siret_actif` null. */
  readonly absent?: readonly string[];
  readonly inactive?: readonly string[];
  readonly missing?: string;
}

/** QuiForme by its own API (booleans as text) and by API Entreprise (real ones), for the same establishments. */
export function quiformePlay({ absent = [], inactive = [], missing }: QuiFormeOptions = {}): Play {
  const kept = (answer: object): object =>
    Object.fromEntries(Object.entries(answer).filter(([name]) => name !== missing));
  return ({ url, headers }) => {
    const siret = /^\/organisme\/(\d{14})$/.exec(url.pathname)?.[1];
    if (siret !== undefined) {
      if (headers['token-connexion'] !== QUIFORME_CREDENTIALS.QUIFORME_JETON) return refused(401);
      if (absent.includes(siret)) return { status: 404, body: { message: 'inconnu' } };
      if (inactive.includes(siret)) return { body: { siret_actif: null } };
      return { body: kept(ownAnswer(siret)) };
    }
    const asked =
      /^\/v3\/carif_oref\/etablissements\/(\d{14})\/certifications_qualiopi_france_competences$/.exec(
        url.pathname,
      )?.[1];
    if (asked === undefined) return null;
    const isKnown = headers['authorization'] === `Bearer ${API_ENTREPRISE_CREDENTIALS.API_ENTREPRISE_JETON}`;
    if (!isKnown) return { status: 401, body: { errors: [{ code: '00101', title: 'Interdit' }] } };
    const isExplained = ['recipient', 'context', 'object'].every((name) => url.searchParams.has(name));
    if (!isExplained) return { status: 422, body: { errors: [{ code: '00201' }] } };
    if (absent.includes(asked))
      return { status: 404, body: { errors: [{ code: '36003', title: 'Entité non trouvée' }] } };
    return { body: { data: kept(cleanedAnswer(asked)), links: {}, meta: {} } };
  };
}

function ownAnswer(siret: string): object {
  return {
    siret_actif: siret,
    etablissement: { uai: '0750000T' },
    unite_legale: { multinda: 'False' },
    nda: [
      {
        nda: '11750000075',
        actif: 'True',
        date_derniere_declaration: '2026-04-30',
        fin_exercice: '2025-12-31',
        qualiopi_action_formation: 'True',
        qualiopi_bilan_comptence: 'false',
        qualiopi_vae: 'False',
        qualiopi_apprentissage: 'true',
        obtention_qualiopi: 'certificat obtenu direct sur le NDA',
        code_specialite_1: '313',
        libelle_specialite_1: 'Finances, banque, assurances',
        code_specialite_2: null,
      },
    ],
    habilitations: [
      {
        code_fc: 'RNCP10013',
        actif: 'True',
        etat_habilitation: 'Actif',
        date_habilitation: '2024-01-01',
        date_fin_enregistrement: '2027-01-01',
        date_decision: '2023-12-15',
        a_former: 'True',
        a_organiser: 'False',
        certificateur: [{ siret }],
      },
      { code_fc: 'RNCP1', actif: 'False', etat_habilitation: 'Supprimé', certificateur: [] },
    ],
  };
}

function cleanedAnswer(siret: string): object {
  return {
    siret,
    code_uai: '0750000T',
    unite_legale_avec_plusieurs_nda: false,
    declarations_activites_etablissement: [
      {
        numero_de_declaration: '11750000075',
        actif: true,
        date_derniere_declaration: '2026-04-30',
        date_fin_exercice: '2025-12-31',
        certification_qualiopi: {
          action_formation: true,
          bilan_competences: false,
          validation_acquis_experience: false,
          apprentissage: true,
          obtention_via_unite_legale: false,
        },
        specialites: { specialite_1: { code: '313', libelle: 'Finances, banque, assurances' } },
      },
    ],
    habilitations_france_competence: [
      {
        code: 'RNCP10013',
        actif: true,
        date_actif: '2024-01-01',
        date_fin_enregistrement: '2027-01-01',
        date_decision: '2023-12-15',
        habilitation_pour_former: true,
        habilitation_pour_organiser_l_evaluation: false,
        sirets_organismes_certificateurs: [siret],
      },
    ],
  };
}
