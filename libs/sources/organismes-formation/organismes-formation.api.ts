import { datasetConnector } from '../core/http/dataset-connector.ts';

/** The liste publique des organismes de formation, as its portal exports it. */
export const organismesFormationConnector = datasetConnector({
  id: 'organismes-formation',
  libelle: 'Liste publique des organismes de formation',
  producteur: 'DGEFP, ministère chargé du travail',
  licence: 'Licence Ouverte 2.0 (Etalab)',
  cadence: 'quotidienne',
  portail: { nom: 'ORGANISMES_FORMATION_URL', defaut: 'https://dgefp.opendatasoft.com' },
  jeux: [
    {
      table: 'organisme_formation',
      libelle: 'Liste publique des organismes de formation',
      reglage: 'ORGANISMES_FORMATION_JEU',
      jeu: 'liste-publique-des-of-v2',
    },
  ],
  suppose: [
    "l'API Organismes de formation du référentiel (sans clé) n'est connue que par sa description : elle n'est pas appelée",
  ],
});
