/** Words of the comparison of two runs. */
export const comparaisonExecutions = {
  titre: 'Comparaison de deux exécutions',
  calcul: 'Comparaison en cours…',
  erreur: 'Ces exécutions n’ont pas pu être comparées.',
  avec: 'Comparer avec celle du…',
  avant: 'Avant',
  apres: 'Après',
  identiques:
    '%{smart_count} formation a la même réponse. |||| %{smart_count} formations ont la même réponse.',
  entrees: 'Ce qui a changé en entrée',
  memesEntrees: 'Mêmes instantanés, même modèle, même risque.',
  modele: 'Modèle',
  risque: 'Risque',
  retires: 'Instantanés retirés',
  ajoutes: 'Instantanés ajoutés',
  ecarts: 'Formations qui diffèrent',
  formation: 'Formation',
  genre: 'Différence',
  reponses: 'Avant → après',
  aucun: 'Aucune formation ne diffère.',
};
