export const ACTEURS = ['etablissement', 'carif_oref', 'rectorat', 'dne'] as const;
/** Who must act so that a formation can be matched one day. */
export type Acteur = (typeof ACTEURS)[number];

export const MOTIFS_AUCUNE = [
  'hors_nomenclature',
  'code_absent_du_referentiel',
  'libelle_insuffisant',
  'formation_non_certifiante',
  'autre',
] as const;
/** Why no certification fits. */
export type MotifAucune = (typeof MOTIFS_AUCUNE)[number];

export const LIBELLE_ACTEUR: Readonly<Record<Acteur, string>> = {
  etablissement: 'Établissement',
  carif_oref: 'Carif-Oref',
  rectorat: 'Rectorat (SAIO, SRFD)',
  dne: 'DNE',
};

interface MotifDecrit {
  readonly libelle: string;
  /** Who must act unless the steward says otherwise. */
  readonly acteur: Acteur;
}

export const MOTIFS_DECRITS: Readonly<Record<MotifAucune, MotifDecrit>> = {
  hors_nomenclature: { libelle: 'Certification hors nomenclature', acteur: 'dne' },
  code_absent_du_referentiel: { libelle: 'Code absent du référentiel', acteur: 'dne' },
  libelle_insuffisant: { libelle: 'Libellé insuffisant pour trancher', acteur: 'etablissement' },
  formation_non_certifiante: { libelle: 'Formation sans certification', acteur: 'rectorat' },
  autre: { libelle: 'Autre raison', acteur: 'etablissement' },
};

/** Who must act after a decision: what the steward said, else what the reason implies; nobody but for « aucune ». */
export function acteurOf(motif: MotifAucune | null, said: Acteur | null): Acteur | null {
  return motif === null ? null : (said ?? MOTIFS_DECRITS[motif].acteur);
}
