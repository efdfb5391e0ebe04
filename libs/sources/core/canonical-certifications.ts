/** Canonical rows of further certifications tables and of the links between codes. */

/** A code and its labels: the small nomenclatures of the BCN. */
export interface NomenclatureRow {
  code: string;
  /** Code of the nomenclature above, such as the domain of a group of specialties. */
  parent: string | null;
  libelleCourt: string | null;
  libelle: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface DispositifRow {
  dispositif: string;
  niveau: string | null;
  libelleCourt: string | null;
  libelle: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface LienMefFamilleRow {
  famille: string;
  mef: string;
  /** The common second year of the family, rather than one of its specialties. */
  secondeCommune: boolean;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

/** The common first year of a family (2nde pro, BTS with options) and one diploma that it leads to. */
export interface AnneeCommuneRow {
  famille: string;
  specialite: string;
  cfdCommun: string;
  cfdSpecialite: string;
  mefstat11Commun: string | null;
  mefstat11Specialite: string | null;
}

/** CFD ↔ RNCP of the kit apprentissage; `rncp` is null where the kit says that there is no fiche (`NR`). */
export interface KitRow {
  cfd: string;
  libelle: string | null;
  rncp: string | null;
  libelleRncp: string | null;
  niveau: string | null;
  typeDiplome: string | null;
  apprentissage: boolean | null;
  dateEcheance: string | null;
  active: boolean | null;
}

/** Entry of the national register: a fiche RNCP, or one of the répertoire spécifique. */
export interface RncpFicheRow {
  /** `RNCP34030` or `RS6305`. */
  code: string;
  intitule: string | null;
  typeCertification: string | null;
  /** European level as the source writes it, cut to its figure. */
  niveau: string | null;
  actif: boolean | null;
  etat: string | null;
  dateFinEnregistrement: string | null;
  dateDecision: string | null;
  anciens: string[];
  nouveaux: string[];
}

export interface RncpRomeRow {
  code: string;
  rome: string;
  libelle: string | null;
}

export interface RncpRemplacementRow {
  code: string;
  ancien: string | null;
  nouveau: string | null;
}

/** An organisme named by a fiche: who certifies, or who is habilitated by the one who does. */
export interface RncpOrganismeRow {
  code: string;
  siret: string | null;
  nom: string | null;
  /** Of a partenaire; both null for a certificateur. */
  former: boolean | null;
  organiserEvaluation: boolean | null;
}

/** A formation as Onisep describes it. */
export interface IdeoRow {
  /** Null where the fiche gives an address without an identifier. */
  ideo: string | null;
  libelle: string;
  sigle: string | null;
  typeSigle: string | null;
  typeLibelle: string | null;
  cfd: string | null;
  rncp: string | null;
  /** Code of the level, such as `16X`; null where only its label is known. */
  niveau: string | null;
  niveauLibelle: string | null;
  duree: string | null;
  tutelle: string | null;
  domaines: string[];
  url: string | null;
  premiereSession: number | null;
  derniereSession: number | null;
}

/** A decision taken by hand in an earlier campaign: which certification a catalogue row prepares. */
export interface EncodageManuelRow {
  codeFormationAccueil: string;
  libelle: string | null;
  /** Kind of code as given (`CODECFD`, `CODESISE`, `LISTE_RNCP`…), or the one that its form tells. */
  typeCode: string | null;
  /** As given, in form where it is a code that we know. */
  code: string | null;
  cfd: string | null;
  mefstat11: string | null;
  sise: string | null;
  rncp: string[];
  ideo: string[];
  annee: number | null;
  commentaire: string | null;
}
