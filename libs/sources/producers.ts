import type { SourceId } from './core/table-definition.ts';

/** Who publishes a source, under what licence and how often. */
export interface Producer {
  readonly id: SourceId;
  readonly libelle: string;
  readonly producteur: string;
  readonly licence: string;
  /** How often the producer publishes, in words. */
  readonly cadence: string;
}

const LICENCE_OUVERTE = 'Licence Ouverte 2.0 (Etalab)';
const USAGE_INTERNE = 'usage interne des ministères';
const CARIF_OREF = 'Réseau des Carif-Oref';
const SIES = "SIES, ministère chargé de l'enseignement supérieur";
const CAISSE_DES_DEPOTS = 'Caisse des Dépôts';

/** The sources, in the order in which they are listed. */
export const PRODUCERS: readonly Producer[] = [
  {
    id: 'bcn',
    libelle: 'Base centrale des nomenclatures',
    producteur: "DEPP, ministère chargé de l'éducation nationale",
    licence: LICENCE_OUVERTE,
    cadence: 'au fil des arrêtés, extraction mensuelle conseillée',
  },
  {
    id: 'onisep-passage',
    libelle: 'Table de passage des codes certifications et formations',
    producteur: 'Onisep',
    licence: 'ODbL 1.0',
    cadence: 'dix fois par an',
  },
  {
    id: 'onisep-ideo',
    libelle: 'Idéo : fiches des formations et formations initiales',
    producteur: 'Onisep',
    licence: 'ODbL 1.0',
    cadence: 'dix fois par an',
  },
  {
    id: 'certif-info',
    libelle: 'Référentiel Certif Info, kit apprentissage et fiches du RNCP',
    producteur: `${CARIF_OREF} ; France compétences`,
    licence: 'conditions du Réseau des Carif-Oref ; Licence Ouverte 2.0 pour le RNCP',
    cadence: 'quotidienne',
  },
  {
    id: 'acce',
    libelle: 'Annuaire des établissements (ACCE, UAI mères et filles)',
    producteur: "DEPP, ministère chargé de l'éducation nationale",
    licence: USAGE_INTERNE,
    cadence: 'quotidienne, extraction hebdomadaire conseillée',
  },
  {
    id: 'catalogue-apprentissage',
    libelle: "Catalogue de l'apprentissage",
    producteur: `${CARIF_OREF}, ministère chargé de l'éducation nationale`,
    licence: USAGE_INTERNE,
    cadence: 'quotidienne',
  },
  {
    id: 'inserjeunes',
    libelle: 'InserJeunes : devenir des sortants du CAP au BTS, voie scolaire et apprentissage',
    producteur: 'DEPP et Dares',
    licence: LICENCE_OUVERTE,
    cadence: 'trois mises à jour par an',
  },
  {
    id: 'insersup',
    libelle: "InserSup : insertion des diplômés de l'enseignement supérieur",
    producteur: SIES,
    licence: LICENCE_OUVERTE,
    cadence: 'deux mises à jour par an',
  },
  {
    id: 'sies',
    libelle: 'Taux de passage et de réussite dans le supérieur',
    producteur: SIES,
    licence: USAGE_INTERNE,
    cadence: 'annuelle',
  },
  {
    id: 'quiforme',
    libelle: 'QuiForme : déclarations, Qualiopi et habilitations des organismes',
    producteur: CARIF_OREF,
    licence: 'sur habilitation du Réseau des Carif-Oref',
    cadence: 'quotidienne, à la demande par SIRET',
  },
  {
    id: 'organismes-formation',
    libelle: 'Liste publique des organismes de formation',
    producteur: 'DGEFP, ministère chargé du travail',
    licence: LICENCE_OUVERTE,
    cadence: 'quotidienne',
  },
  {
    id: 'cpf-offre',
    libelle: 'Mon compte formation : offre',
    producteur: CAISSE_DES_DEPOTS,
    licence: LICENCE_OUVERTE,
    cadence: 'quotidienne',
  },
  {
    id: 'cpf-achats',
    libelle: 'Mon compte formation : engagements, entrées et sorties',
    producteur: CAISSE_DES_DEPOTS,
    licence: LICENCE_OUVERTE,
    cadence: 'mensuelle',
  },
  {
    id: 'cpf-usagers',
    libelle: 'Mon compte formation : usagers',
    producteur: CAISSE_DES_DEPOTS,
    licence: LICENCE_OUVERTE,
    cadence: 'trimestrielle',
  },
  {
    id: 'parcoursup',
    libelle: 'Parcoursup : catalogue des formations et constats de rentrée',
    producteur: "Ministère chargé de l'enseignement supérieur",
    licence: USAGE_INTERNE,
    cadence: 'à chaque campagne',
  },
  {
    id: 'affelnet',
    libelle: 'Affelnet : catalogue des formations, capacités et vœux',
    producteur: "Dgesco, ministère chargé de l'éducation nationale",
    licence: USAGE_INTERNE,
    cadence: 'à chaque campagne',
  },
  {
    id: 'encodages-manuels',
    libelle: 'Encodages manuels des campagnes passées',
    producteur: 'Vous',
    licence: USAGE_INTERNE,
    cadence: 'à chaque campagne',
  },
  {
    id: 'generique',
    libelle: 'Catalogue au format générique',
    producteur: 'Vous',
    licence: 'celle de votre fichier',
    cadence: 'à votre gré',
  },
];
