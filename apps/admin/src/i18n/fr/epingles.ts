/** Words of the snapshots that a campaign names for its next run. */
export const epingles = {
  bouton: 'Choisir',
  epingler: 'Épingler ce choix',
  suivre: 'Suivre ceux en service',
  references: {
    titre: 'Référentiels du prochain appariement',
    choisir: 'Choisir les référentiels de la campagne',
    enregistres: 'Référentiels enregistrés : ils serviront au prochain appariement.',
    epingles: 'Choisis pour cette campagne :',
    suivis: 'Ceux en service au lancement, aujourd’hui :',
  },
  etablissements: {
    titre: 'Sources des contrôles d’établissements',
    choisir: 'Choisir les instantanés d’établissements de la campagne',
    enregistres: 'Instantanés enregistrés : ils serviront au prochain appariement.',
    epingles: 'Choisis pour cette campagne, au prochain appariement :',
    suivis: 'Ceux en service à chaque contrôle, aujourd’hui :',
  },
};
