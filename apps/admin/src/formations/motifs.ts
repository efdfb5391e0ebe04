/** The reason codes a result can carry, in the engine's order (the API's closed list). */
export const MOTIFS = [
  'DECISION_ANTERIEURE',
  'CODE_EXACT',
  'LIBELLE_EXACT',
  'MEILLEUR_NET',
  'AMBIGU',
  'FAIBLE',
  'CODE_LIBELLE_CONTRADICTOIRES',
  'CODES_CONTRADICTOIRES',
  'CODE_PERIME',
  'CODE_INCONNU',
  'SPECIALITE_GENERIQUE',
  'PREMIERE_ANNEE_COMMUNE',
  'CERTIFICATION_FERMEE',
  'AUCUN_CANDIDAT',
  'UAI_INCONNU',
] as const;
