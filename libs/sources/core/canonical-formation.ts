/** Canonical rows of the catalogues. */

/** The codes a catalogue row gives, trimmed but otherwise as written; null where empty or not a code. */
export interface CatalogueCodes {
  cfd: string | null;
  mef: string | null;
  mefstat11: string | null;
  sise: string | null;
  rncp: string[];
  ideo: string[];
  cleMe: string | null;
}

/** One formation of a catalogue, whatever the platform. */
export interface FormationRow {
  /** What the platform calls the row (CODEFORMATIONACCUEIL, numeroAf…), or `L<line>` where it has no name. */
  id: string;
  libelle: string;
  specialite: string | null;
  typeDiplome: string | null;
  voie: 'scolaire' | 'apprentissage' | null;
  uai: string | null;
  /** The further UAI of the row, where the platform gives them. */
  uaiComposante: string | null;
  uaiAffectation: string | null;
  uaiGestionnaire: string | null;
  siret: string | null;
  /** What the row gives for a SIRET, where it is none; absent where it gives a SIRET or nothing. */
  siretRefuse?: string;
  etablissement: string | null;
  academie: string | null;
  commune: string | null;
  capacite: number | null;
  voeux: number | null;
  codes: CatalogueCodes;
}
