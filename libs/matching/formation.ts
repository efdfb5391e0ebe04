/** The catalogue a formation comes from. It decides how its labels read (domain.md §4). */
export type Plateforme = 'parcoursup' | 'affelnet' | 'apprentissage' | 'generique';

export type Voie = 'scolaire' | 'apprentissage';

/** The codes that a catalogue row gives, as written there once trimmed; null or empty where it gives none. */
export interface GivenCodes {
  readonly cfd: string | null;
  /** MEF10, or a longer spelling of it that the platform uses. */
  readonly mef: string | null;
  readonly mefstat11: string | null;
  readonly sise: string | null;
  readonly rncp: readonly string[];
  readonly ideo: readonly string[];
  /** Clé ministères éducatifs (ID_RCO). */
  readonly cleMe: string | null;
}

/** A catalogue row as the engine sees it. Two rows with the same signature always get the same answer. */
export interface Formation {
  readonly plateforme: Plateforme;
  /** LIBFORMATION, LIBELLE_FORMATION_ACCUEIL_BAN, "Nom de la formation"… in full, chatter included. */
  readonly libelle: string;
  /** LIBSPÉCIALITÉ, or null where the platform has one label only. */
  readonly specialite: string | null;
  /** The type of diploma as the listing's own column says it, or null. */
  readonly typeDiplome: string | null;
  readonly voie: Voie | null;
  readonly codes: GivenCodes;
}
