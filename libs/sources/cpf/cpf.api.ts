import { datasetConnector } from '../core/http/dataset-connector.ts';
import { producerOf } from '../core/http/producer-of.ts';

const common = {
  portail: { nom: 'CPF_URL', defaut: 'https://opendata.caissedesdepots.fr' },
};

/** The offer of Mon compte formation: a daily image of its catalogue. */
export const cpfOffreConnector = datasetConnector({
  ...producerOf('cpf-offre'),
  ...common,
  jeux: [
    {
      table: 'cpf_offre',
      libelle: "Mon compte formation, catalogue de l'offre",
      reglage: 'CPF_JEU_OFFRE',
      jeu: 'moncompteformation_catalogueformation',
    },
  ],
  suppose: [],
});

/** What is bought with the CPF: commitments (about two million rows), entries and exits. */
export const cpfAchatsConnector = datasetConnector({
  ...producerOf('cpf-achats'),
  ...common,
  jeux: [
    {
      table: 'cpf_engagement',
      libelle: 'Mon compte formation, formations engagées',
      reglage: 'CPF_JEU_ENGAGEMENTS',
      jeu: 'moncompteformation_formations_engagees',
    },
    {
      table: 'cpf_entree_sortie',
      libelle: 'Mon compte formation, entrées et sorties',
      reglage: 'CPF_JEU_ENTREES_SORTIES',
      jeu: 'entree_sortie_formation',
    },
  ],
  suppose: ["les colonnes des formations engagées ne sont connues qu'en partie"],
});

/** Who uses the CPF, by quarter and profile. */
export const cpfUsagersConnector = datasetConnector({
  ...producerOf('cpf-usagers'),
  ...common,
  jeux: [
    {
      table: 'cpf_usager',
      libelle: 'Mon compte formation, les usagers',
      reglage: 'CPF_JEU_USAGERS',
      jeu: 'moncompteformation-les-usagers',
    },
  ],
  suppose: ["aucune colonne de ce jeu n'a été vue : elles sont supposées d'après sa description"],
});
