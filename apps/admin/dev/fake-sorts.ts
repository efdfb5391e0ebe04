// Development and tests only.
/** The sorts that the API takes; it refuses any other. */
export const SORTS: Record<string, readonly string[]> = {
  campagnes: ['creeeLe', 'nom', 'plateforme', 'rentree', 'nbFormations', 'nbARevoir'],
  executions: ['creeeLe', 'statut', 'campagneNom', 'termineeLe'],
  formations: ['rang', 'identifiant', 'libelle', 'statut', 'confiance', 'etablissement', 'academie', 'voeux'],
  revues: ['priorite', 'libelle', 'nbFormations', 'confiance', 'creeLe'],
  certifications: ['pertinence', 'id'],
  etablissements: ['nom', 'uai', 'commune', 'academie', 'ouverture', 'nbFormations', 'nbNonConformes'],
  alertes: ['nbFormations', 'type', 'acteur', 'date', 'places', 'voeux'],
  'alertes-formations': ['rang', 'libelle', 'etablissement', 'academie', 'capacite', 'voeux'],
  instantanes: ['importeLe', 'table', 'nom', 'millesime', 'lignes', 'refusees'],
  'lignes-refusees': ['ligne', 'colonne', 'motif'],
  imports: ['creeLe', 'nom', 'statut'],
  sources: ['id'],
  collectes: ['creeLe', 'source', 'statut'],
  planifications: ['nom', 'source', 'creeLe', 'derniereExecutionLe'],
  exports: ['creeLe', 'campagneNom', 'statut'],
  comptes: ['identifiant', 'nom', 'role', 'actif', 'creeLe', 'derniereConnexionLe'],
  journal: ['id', 'creeLe', 'type'],
};
