import { certification } from '../certifications/index.js';
import { ETABLISSEMENTS } from '../etablissements.js';
import { empreinte } from '../noyau/alea.js';
import { tableCsv } from '../noyau/csv.js';

/** Titles bought with the CPF: CFD, purchases of an ordinary month, whether still in the offer. */
const ACHETES = [
  ['36T32604', 240, true],
  ['36T31501', 95, true],
  ['46T32403', 60, true],
  ['36T31203', 48, true],
  ['36X31590', 12, true],
  // Out of the offer, with a few purchases two years ago: an entry that has died.
  ['36T31201', 3, false],
];
const MOIS = Array.from({ length: 24 }, (_, i) => [2024 + Math.floor((i + 3) / 12), ((i + 3) % 12) + 1]);
const rncpDe = (cfd) => certification(cfd).rncp;
const organismes = (cfd) => {
  const debut = empreinte(cfd) % (ETABLISSEMENTS.length - 6);
  return ETABLISSEMENTS.slice(debut, debut + 3);
};

/** Months of a certification: fewer in summer, none of the last year for one that has left the offer. */
function entrees(cfd, ordinaire, offert, annee, mois) {
  if (!offert && (annee > 2024 || mois > 9)) return 0;
  const saison = mois === 8 ? 0.3 : mois === 9 || mois === 10 ? 1.6 : 1;
  return Math.round(ordinaire * saison * (0.85 + (empreinte(`${cfd}${String(annee)}${String(mois)}`) % 31) / 100));
}

export function offre() {
  return tableCsv(
    [
      'date_extract', 'nom_of', 'siret', 'code_departement', 'code_region', 'type_referentiel', 'code_inventaire',
      'code_rncp', 'intitule_certification', 'code_formacode_1', 'code_nsf_1', 'code_certifinfo', 'numero_formation',
      'intitule_formation', 'nb_action', 'nb_session_active', 'nb_session_a_distance', 'nombre_heures_total_min',
      'nombre_heures_total_max', 'nombre_heures_total_mean', 'frais_ttc_tot_min', 'frais_ttc_tot_max',
      'frais_ttc_tot_mean',
    ],
    ACHETES.filter(([, , offert]) => offert).flatMap(([cfd]) =>
      organismes(cfd).map((e, i) => ({
        date_extract: '2026-06-15',
        nom_of: e.nom.toUpperCase(),
        siret: e.siret,
        code_departement: e.insee.slice(0, 2),
        code_region: '84',
        type_referentiel: 'RNCP',
        code_inventaire: -1,
        code_rncp: rncpDe(cfd),
        intitule_certification: certification(cfd).libelle,
        code_formacode_1: '31654',
        code_nsf_1: certification(cfd).groupe,
        code_certifinfo: certification(cfd).ci,
        numero_formation: `${e.siret}_${cfd}`,
        intitule_formation: `${certification(cfd).libelle}, en ${String(4 + i)} mois`,
        nb_action: i + 1,
        nb_session_active: i === 2 ? -1 : i + 2,
        nb_session_a_distance: i,
        nombre_heures_total_min: 350 + i * 70,
        nombre_heures_total_max: 450 + i * 70,
        nombre_heures_total_mean: 400 + i * 70,
        frais_ttc_tot_min: 3200 + i * 400,
        frais_ttc_tot_max: 4200 + i * 400,
        frais_ttc_tot_mean: 3700 + i * 400,
      })),
    ),
  );
}

export function entreesSorties() {
  return tableCsv(
    [
      'annee_mois', 'annee', 'mois', 'type_referentiel', 'code_rncp', 'code_rs', 'code_certifinfo',
      'intitule_certification', 'siret_of_contractant', 'raison_sociale_of_contractant', 'entrees_formation',
      'sorties_realisation_partielle', 'sorties_realisation_totale', 'date_chargement',
    ],
    MOIS.flatMap(([annee, mois]) =>
      ACHETES.flatMap(([cfd, ordinaire, offert]) => {
        const total = entrees(cfd, ordinaire, offert, annee, mois);
        // A third each: counts are by organisme, and the month is their sum.
        return organismes(cfd).flatMap((e, i) => {
          const part = Math.floor(total / 3) + (i < total % 3 ? 1 : 0);
          if (part === 0) return [];
          return {
            annee_mois: `${String(annee)}-${String(mois)}`,
            annee,
            mois,
            type_referentiel: 'RNCP',
            code_rncp: rncpDe(cfd),
            code_rs: -1,
            code_certifinfo: certification(cfd).ci,
            intitule_certification: certification(cfd).libelle,
            siret_of_contractant: e.siret,
            raison_sociale_of_contractant: e.nom.toUpperCase(),
            entrees_formation: part,
            sorties_realisation_partielle: part > 10 ? Math.floor(part / 10) : -1,
            sorties_realisation_totale: Math.floor(part * 0.7),
            date_chargement: '2026-06-15',
          };
        });
      }),
    ),
  );
}

export function engagements() {
  return tableCsv(
    [
      'annee_de_validation', 'code_rncp', 'intitule_certification', 'statut_dossier', 'modalite_presence', 'nb_dossiers',
      'montant_engage', 'prix_moyen', 'duree_moyenne', 'domaine_formation_nsf', 'region_lieu_formation',
      'departement_lieu_formation',
    ],
    [2024, 2025].flatMap((annee) =>
      ACHETES.flatMap(([cfd, ordinaire, offert]) =>
        [['Clos - Réalisation Totale', 9], ['Clos - Réalisation Partielle', 1], ['Annulé', 2]].flatMap(([statut, poids]) => {
          const dossiers = offert || annee === 2024 ? ordinaire * poids : 0;
          if (dossiers === 0) return [];
          return {
            annee_de_validation: annee,
            code_rncp: rncpDe(cfd),
            intitule_certification: certification(cfd).libelle,
            statut_dossier: statut,
            modalite_presence: 'Présentiel',
            nb_dossiers: dossiers,
            montant_engage: dossiers * 2900,
            prix_moyen: 2900,
            duree_moyenne: 410,
            domaine_formation_nsf: certification(cfd).groupe,
            region_lieu_formation: 'Auvergne-Rhône-Alpes',
            departement_lieu_formation: 'Rhône',
          };
        }),
      ),
    ),
  );
}

const AGES = [['Moins de 25 ans', 12], ['25-34 ans', 31], ['35-44 ans', 29], ['45-54 ans', 20], ['55 ans et plus', 8]];
const CSP = [['Employés', 38], ['Ouvriers', 17], ['Professions intermédiaires', 24], ['Cadres', 21]];

export function usagers() {
  return tableCsv(
    ['annee', 'trimestre', 'tranche_age', 'sexe', 'demandeur_emploi', 'csp', 'region_residence', 'nb_usagers'],
    ['2025-T4', '2026-T1'].flatMap((trimestre) =>
      AGES.flatMap(([age, a]) =>
        ['Femme', 'Homme'].flatMap((sexe) =>
          ['oui', 'non'].flatMap((demandeur) =>
            CSP.map(([csp, c]) => ({
              annee: trimestre.slice(0, 4),
              trimestre,
              tranche_age: age,
              sexe,
              demandeur_emploi: demandeur,
              csp,
              region_residence: 'Auvergne-Rhône-Alpes',
              nb_usagers: Math.round(a * c * (sexe === 'Femme' ? 1.1 : 0.9) * (demandeur === 'oui' ? 0.6 : 1)),
            })),
          ),
        ),
      ),
    ),
  );
}
