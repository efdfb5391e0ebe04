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

/** A row of the kit apprentissage: a CFD and a fiche of the national register; `rncp` null where it has none. */
export interface KitRecord {
  readonly cfd: string;
  readonly rncp: string | null;
  readonly libelleRncp: string | null;
  /** End of registration of the fiche. */
  readonly dateEcheance: IsoDate | null;
}

/** A fiche of the national register. Codes of fiches bear their prefix, `RNCP34030` or `RS6305`. */
export interface FicheRncpRecord {
  readonly code: string;
  readonly intitule: string | null;
  readonly actif: boolean | null;
  readonly dateFinEnregistrement: IsoDate | null;
  readonly anciens: readonly string[];
  readonly nouveaux: readonly string[];
}

/** Which fiche replaced which, as France compétences publishes it beside the fiches. */
export interface RemplacementRncpRecord {
  readonly code: string;
  readonly ancien: string | null;
  readonly nouveau: string | null;
}

/** A formation as Onisep describes it. `ideo` is null where its page bears no identifier. */
export interface IdeoRecord {
  readonly ideo: string | null;
  readonly libelle: string;
  readonly cfd: string | null;
  readonly rncp: string | null;
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
}

/** A common first year and one diploma that it leads to. */
export interface AnneeCommuneRecord {
  readonly famille: string;
  readonly cfdCommun: string;
  readonly cfdSpecialite: string;
}

/** A row of N_LIEN_MEF_FAMILLE_METIER: a MEF of a famille de métiers. */
export interface LienMefFamilleRecord {
  readonly famille: string;
  readonly mef: string;
  /** The common 2nde of the family, rather than one of its specialities. */
  readonly secondeCommune: boolean;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/** A formation of the catalogue de l'apprentissage: its key and the codes of its certification. */
export interface CatalogueApprentissageRecord {
  /** Clé ministères éducatifs, suffix of the site included. */
  readonly cleMe: string;
  readonly codes: { readonly cfd: string | null };
  readonly rncp: string | null;
  readonly ci: string | null;
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
  readonly kit_apprentissage: KitRecord;
  readonly rncp_fiche: FicheRncpRecord;
  readonly rncp_remplacement: RemplacementRncpRecord;
  readonly ideo_fiche: IdeoRecord;
  readonly ideo_formation_initiale: IdeoRecord;
  readonly famille_metiers: AnneeCommuneRecord;
  readonly n_lien_mef_famille_metier: LienMefFamilleRecord;
  readonly catalogue_apprentissage: CatalogueApprentissageRecord;
}

export type ReferenceTable = keyof ReferenceRowTypes;

/** One snapshot of one table. */
export interface Vintage<Row> {
  /** Orders the vintages of a table; the greatest is the one in force. Usually the newest date in its rows. */
  readonly millesime: string;
  /** SHA-256 of the file, where the rows come from a snapshot: what an edge of the graph quotes. */
  readonly sha256?: string;
  readonly rows: readonly Row[];
}

/**
 * Every table, each with any number of vintages in any order. The newest rules; older ones keep codes that
 * have since been deleted findable (37 CFD of 2024 are gone from the 2025 tables).
 */
export type ReferenceData = {
  readonly [Table in ReferenceTable]: readonly Vintage<ReferenceRowTypes[Table]>[];
};
