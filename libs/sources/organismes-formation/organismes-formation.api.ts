import { producerOf } from '../core/http/producer-of.ts';
import { datasetConnector } from '../core/http/dataset-connector.ts';

/** The liste publique des organismes de formation, as its portal exports it. */
export const organismesFormationConnector = datasetConnector({
  ...producerOf('organismes-formation'),
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
