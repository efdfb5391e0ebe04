/** Words of the imports by API. */
export const collectes = {
  lancer: 'Lancer une collecte',
  source: 'Source',
  sourceAide: 'La source est appelée maintenant, avec les identifiants du service.',
  manquants:
    'Identifiant à renseigner dans l’environnement du service : |||| Identifiants à renseigner dans l’environnement du service :',
  vide: 'Aucune collecte. Une collecte appelle l’API d’une source ; lancez-en une, ou planifiez-la.',
  progression: 'Avancement de la collecte %{source} : %{pct} %',
  etapes: '%{faites} étapes sur %{total}',
  lignes: '%{n} lignes',
  reste: 'encore %{duree}',
  file: 'En attente d’un travailleur disponible',
  attente: 'Le service demande de patienter : nouvel essai à partir du %{heure}',
  annuler: 'Annuler la collecte',
  annulee: 'Collecte annulée.',
  reprendre: 'Reprendre',
  reprise: 'La collecte repart de là où elle s’est arrêtée.',
  echec: 'La collecte a échoué, rien n’a été importé',
  echecAide: 'Ce qui est déjà reçu est gardé : une fois la cause corrigée, reprenez-la.',
  detail: 'Demande',
  instantanes: 'Instantanés',
};
