/**
 * Canonical rows: what a parser makes of a raw row, the same for every vintage and encoding of a table.
 * Codes are text; dates are `AAAA-MM-JJ`; an empty cell is null; lists drop empty cells.
 */

export interface DiplomeRow {
  cfd: string;
  niveau: string;
  libelleCourt: string | null;
  libelleStat33: string | null;
  libelleLong200: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
  anciens: string[];
  nouveaux: string[];
  premiereSession: number | null;
  derniereSession: number | null;
  niveauQualification: string | null;
  groupeSpecialite: string | null;
  lettreSpecialite: string | null;
  sise: string | null;
}

export interface MefRow {
  mef: string;
  mefstat11: string | null;
  cfd: string;
  dispositif: string;
  duree: number | null;
  annee: number | null;
  libelleCourt: string | null;
  libelleLong: string | null;
  libelleEdition: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface NiveauRow {
  niveau: string;
  libelleCourt: string | null;
  libelle: string | null;
  niveauInterministeriel: string | null;
  niveauQualification: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface GroupeRow {
  groupe: string;
  type: string | null;
  libelleCourt: string | null;
  libelleLong: string | null;
  libelleEdition: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface LienGroupeRow {
  groupe: string;
  cfd: string;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface SiseRow {
  sise: string;
  typeDiplome: string | null;
  libelle1: string | null;
  libelle2: string | null;
  secteurDisciplinaire: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface TypeSiseRow {
  typeDiplome: string;
  libelle: string | null;
}

export interface CfdSiseRow {
  cfd: string;
  sise: string;
  uai: string | null;
}

export interface PassageRow {
  ci: string;
  ideo: string | null;
  rncp: string | null;
  cfd: string | null;
  etat: string | null;
}

export interface CertifInfoRow {
  ci: string;
  libelle: string;
  typeLibelle: string | null;
  niveauEuropeen: number | null;
  rncp: string | null;
  rs: string | null;
  cfd: string | null;
  certificateur: string | null;
  premiereSession: number | null;
  derniereSession: number | null;
  ancienCi: string | null;
  ancienRncp: string | null;
  ancienCfd: string | null;
  etat: string | null;
  accessibleScolaire: boolean | null;
  accessibleApprentissage: boolean | null;
  ideo: string | null;
}

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
  etablissement: string | null;
  academie: string | null;
  commune: string | null;
  capacite: number | null;
  voeux: number | null;
  codes: CatalogueCodes;
}

/** One label whose certification is known: what quality is measured on. Not a source of the service. */
export interface JeuEtiqueteRow {
  /** Name of the set, such as `affelnet_2020`; it tells the platform. */
  jeu: string;
  id: string;
  libelle: string;
  specialite: string | null;
  typeDiplome: string | null;
  voie: 'scolaire' | 'apprentissage' | null;
  cfd: string | null;
  mefstat11: string | null;
  sise: string | null;
  /** How many catalogue rows this label stands for. */
  n: number;
  /** Names the distinct label: rows with the same key are one label. */
  cle: string;
}

/** Canonical row of each table, by table id. Ids name the table as its producer does. */
export interface RowTypes {
  n_formation_diplome: DiplomeRow;
  v_formation_diplome: DiplomeRow;
  enquete_51: DiplomeRow;
  n_mef: MefRow;
  n_niveau_formation_diplome: NiveauRow;
  n_groupe_formation: GroupeRow;
  n_lien_formation_groupe: LienGroupeRow;
  n_diplome_sise: SiseRow;
  n_type_diplome_sise: TypeSiseRow;
  cfd_sise: CfdSiseRow;
  onisep_passage: PassageRow;
  certif_info: CertifInfoRow;
  parcoursup: FormationRow;
  affelnet: FormationRow;
  apprentissage: FormationRow;
  generique: FormationRow;
  jeu_etiquete: JeuEtiqueteRow;
}

export type TableId = keyof RowTypes;
export type CatalogueTableId = 'parcoursup' | 'affelnet' | 'apprentissage' | 'generique';
export type ReferenceTableId = Exclude<TableId, CatalogueTableId | 'jeu_etiquete'>;
