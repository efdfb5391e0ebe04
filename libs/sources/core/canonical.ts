/**
 * Canonical rows: what a parser makes of a raw row, the same for every vintage and encoding of a table.
 * Codes are text; dates are `AAAA-MM-JJ`; an empty cell is null; lists drop empty cells.
 */

import type {
  CpfAchatRow,
  CpfOffreRow,
  CpfUsagerRow,
  InserJeunesRow,
  InserSupRow,
  SiesRow,
} from './canonical-figures.ts';
import type {
  AnneeCommuneRow,
  DispositifRow,
  EncodageManuelRow,
  IdeoRow,
  KitRow,
  LienMefFamilleRow,
  NomenclatureRow,
  RncpFicheRow,
  RncpOrganismeRow,
  RncpRemplacementRow,
  RncpRomeRow,
} from './canonical-certifications.ts';
import type {
  EtablissementRow,
  FiliereRow,
  FormationApprentissageRow,
  GeographieRow,
  OffreRow,
  OrganismeFormationRow,
  QuiFormeRow,
  UaiRattachementRow,
  UaiSpecificiteRow,
  UaiZoneRow,
} from './canonical-etablissements.ts';
import type { FormationRow } from './canonical-formation.ts';

export type * from './canonical-formation.ts';
export type * from './canonical-figures.ts';
export type * from './canonical-certifications.ts';
export type * from './canonical-etablissements.ts';

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
export interface RowTypes extends ReferenceRows, CatalogueRows, ComplementRows {
  jeu_etiquete: JeuEtiqueteRow;
}

/** The nomenclatures that the engine reads. */
export interface ReferenceRows {
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
  kit_apprentissage: KitRow;
  rncp_fiche: RncpFicheRow;
  rncp_remplacement: RncpRemplacementRow;
  ideo_fiche: IdeoRow;
  ideo_formation_initiale: IdeoRow;
  famille_metiers: AnneeCommuneRow;
  n_lien_mef_famille_metier: LienMefFamilleRow;
  catalogue_apprentissage: FormationApprentissageRow;
}

/** The listings whose rows are matched. */
export interface CatalogueRows {
  parcoursup: FormationRow;
  affelnet: FormationRow;
  apprentissage: FormationRow;
  generique: FormationRow;
}

/** What surrounds a certification or an establishment: figures, habilitations, openings, further links. */
export interface ComplementRows {
  n_dispositif_formation: DispositifRow;
  n_lettre_specialite: NomenclatureRow;
  n_groupe_specialite: NomenclatureRow;
  n_domaine_specialite: NomenclatureRow;
  n_type_groupe_formation: NomenclatureRow;
  n_secteur_disciplinaire_sise: NomenclatureRow;
  n_famille_metier_spec_pro: NomenclatureRow;
  rncp_rome: RncpRomeRow;
  rncp_certificateur: RncpOrganismeRow;
  rncp_partenaire: RncpOrganismeRow;
  acce_uai: EtablissementRow;
  acce_zone: UaiZoneRow;
  acce_spec: UaiSpecificiteRow;
  acce_mere: UaiRattachementRow;
  acce_fille: UaiRattachementRow;
  geographie: GeographieRow;
  inserjeunes: InserJeunesRow;
  inserjeunes_etablissement: InserJeunesRow;
  insersup: InserSupRow;
  insersup_open_data: InserSupRow;
  sies_passage: SiesRow;
  sies_reussite: SiesRow;
  quiforme: QuiFormeRow;
  organisme_formation: OrganismeFormationRow;
  cpf_offre: CpfOffreRow;
  cpf_engagement: CpfAchatRow;
  cpf_entree_sortie: CpfAchatRow;
  cpf_usager: CpfUsagerRow;
  parcoursup_filiere: FiliereRow;
  constat_rentree: OffreRow;
  affelnet_offre: OffreRow;
  encodage_manuel: EncodageManuelRow;
}

export type TableId = keyof RowTypes;
export type CatalogueTableId = keyof CatalogueRows;
export type ReferenceTableId = keyof ReferenceRows;
