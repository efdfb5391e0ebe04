/** Words of the pages of exports. */
export const exportsMessages = {
  fichiers: 'Fichiers',
  telecharger: 'Télécharger %{nom}',
  vide: 'Aucun export. Ouvrez une campagne appariée et choisissez « Exporter ».',
  enPreparation: 'Les fichiers sont en préparation.',
  verifier: 'Pour vérifier un fichier : « sha256sum %{nom} » doit donner l’empreinte affichée.',
  erreur: 'L’export a échoué',
};
