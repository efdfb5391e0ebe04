/**
 * What the engine knows of the national nomenclatures: canonical rows, by table and vintage.
 *
 * The rows come from snapshots of the sources; how they were read is not the engine's business. All dates
 * are `AAAA-MM-JJ` or null; all codes are text, already trimmed and left-padded; an empty cell is null.
 */

/** A calendar date written `AAAA-MM-JJ`. Dates of this form compare as text. */
export type IsoDate = string;

/** One diploma: a row of N_FORMATION_DIPLOME, V_FORMATION_DIPLOME or the Enquête 51 table. */
export interface DiplomeRecord {
  readonly cfd: string;
  /** NIVEAU_FORMATION_DIPLOME: the first three characters of the CFD, such as `320` for a BTS. */
  readonly niveau: string;
  readonly libelleCourt: string | null;
  readonly libelleStat33: string | null;
  readonly libelleLong200: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
  /** ANCIEN_DIPLOME_1..7, empty cells dropped. Only N_FORMATION_DIPLOME carries them. */
  readonly anciens: readonly string[];
  /** NOUVEAU_DIPLOME_1..7, empty cells dropped. */
  readonly nouveaux: readonly string[];
  /** Year of the first session, such as 2024. */
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
  /** NIVEAU_QUALIFICATION_RNCP, such as `05`; null where the table has no such column. */
  readonly niveauQualification: string | null;
  readonly groupeSpecialite: string | null;
  readonly lettreSpecialite: string | null;
  /** DIPLOME_SISE of the Enquête 51 table. */
  readonly sise: string | null;
}

/** One year of a diploma in a dispositif: a row of N_MEF. */
export interface MefRecord {
  /** MEF10. */
  readonly mef: string;
  readonly mefstat11: string | null;
  readonly cfd: string;
  readonly dispositif: string;
  /** DUREE_DISPOSITIF and ANNEE_DISPOSITIF, in years. */
  readonly duree: number | null;
  readonly annee: number | null;
  readonly libelleCourt: string | null;
  readonly libelleLong: string | null;
  readonly libelleEdition: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/** A row of N_NIVEAU_FORMATION_DIPLOME: the diploma family behind the first three characters of a CFD. */
export interface NiveauRecord {
  readonly niveau: string;
  readonly libelleCourt: string | null;
  readonly libelle: string | null;
  readonly niveauInterministeriel: string | null;
  /** NIVEAU_QUALIFICATION_RNCP, such as `05`; null before 2021. */
  readonly niveauQualification: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/** A row of N_GROUPE_FORMATION: a famille de métiers (2nde commune) or a BTS with options. */
export interface GroupeRecord {
  readonly groupe: string;
  readonly type: string | null;
  readonly libelleCourt: string | null;
  readonly libelleLong: string | null;
  readonly libelleEdition: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/** A row of N_LIEN_FORMATION_GROUPE. */
export interface LienGroupeRecord {
  readonly groupe: string;
  readonly cfd: string;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/** A row of N_DIPLOME_SISE. */
export interface SiseRecord {
  readonly sise: string;
  readonly typeDiplome: string | null;
  readonly libelle1: string | null;
  readonly libelle2: string | null;
  readonly secteurDisciplinaire: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/** A row of N_TYPE_DIPLOME_SISE: the family of a SISE code, such as "LICENCE PROFESSIONNELLE". */
export interface TypeSiseRecord {
  readonly typeDiplome: string;
  readonly libelle: string | null;
}

/** A row of the Onisep passage table. `cfd`, `rncp` and `ideo` are null where the cell is empty. */
export interface PassageRecord {
  readonly ci: string;
  readonly ideo: string | null;
  /** With its prefix, `RNCP34030`. */
  readonly rncp: string | null;
  readonly cfd: string | null;
  readonly etat: string | null;
}

/** A row of Certif Info. */
export interface CertifInfoRecord {
  readonly ci: string;
  readonly libelle: string;
  readonly typeLibelle: string | null;
  /** European level, 1 to 8. */
  readonly niveauEuropeen: number | null;
  readonly rncp: string | null;
  readonly rs: string | null;
  readonly cfd: string | null;
  readonly certificateur: string | null;
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
  readonly ancienCi: string | null;
  readonly ancienRncp: string | null;
  readonly ancienCfd: string | null;
  readonly etat: string | null;
  readonly accessibleScolaire: boolean | null;
  readonly accessibleApprentissage: boolean | null;
  readonly ideo: string | null;
}

/** CFD to SISE, from the Enquête 51 or a published extract of it. */
export interface CfdSiseRecord {
  readonly cfd: string;
  readonly sise: string;
  readonly uai: string | null;
}

/** The row type of each table the engine reads. */
export interface ReferenceRowTypes {
  readonly n_formation_diplome: DiplomeRecord;
  readonly v_formation_diplome: DiplomeRecord;
  readonly enquete_51: DiplomeRecord;
  readonly n_mef: MefRecord;
  readonly n_niveau_formation_diplome: NiveauRecord;
  readonly n_groupe_formation: GroupeRecord;
  readonly n_lien_formation_groupe: LienGroupeRecord;
  readonly n_diplome_sise: SiseRecord;
  readonly n_type_diplome_sise: TypeSiseRecord;
  readonly cfd_sise: CfdSiseRecord;
  readonly onisep_passage: PassageRecord;
  readonly certif_info: CertifInfoRecord;
}

export type ReferenceTable = keyof ReferenceRowTypes;

/** One snapshot of one table. */
export interface Vintage<Row> {
  /** Orders the vintages of a table; the greatest is the one in force. Usually the newest date in its rows. */
  readonly millesime: string;
  readonly rows: readonly Row[];
}

/**
 * Every table, each with any number of vintages in any order. The newest rules; older ones keep codes that
 * have since been deleted findable (37 CFD of 2024 are gone from the 2025 tables).
 */
export type ReferenceData = {
  readonly [Table in ReferenceTable]: readonly Vintage<ReferenceRowTypes[Table]>[];
};
