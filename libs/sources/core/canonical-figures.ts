/** Canonical rows of the figures: what became of those who were trained, what was bought. */

/** Why a figure is not there: not published (too few pupils), not applicable, or an empty cell. */
export type MotifSansValeur = 'nd' | 'na' | 'vide';

/** A published figure, or why there is none: a suppressed figure is not a missing one. */
export type Mesure = { readonly valeur: number } | { readonly motif: MotifSansValeur };

/** Measures by the name that their producer gives them (`taux_emploi_6_mois`, `salaire_TS_Q1_12_mois`…). */
export type Mesures = Readonly<Record<string, Mesure>>;

/** The place that a figure of InserJeunes speaks of. */
export type Territoire = 'etablissement' | 'france' | 'region' | 'academie' | 'departement';

/** Figures of InserJeunes for one place, vintage, route and formation. */
export interface InserJeunesRow {
  territoire: Territoire;
  /** UAI, or code of the place; null for France. */
  codeTerritoire: string | null;
  libelleTerritoire: string | null;
  /** As asked for, such as `2022_2023` (two years together) or `2023`; null where neither file nor name says it. */
  millesime: string | null;
  voie: 'scolaire' | 'apprentissage' | null;
  /** As written (`apprentissage`, `voie_pro_sco_educ_nat`, `dont apprentis`…). */
  filiere: string | null;
  /** The formation; both null for all the formations of the place together. */
  cfd: string | null;
  mefstat11: string | null;
  mesures: Mesures;
}

/** Figures of InserSup for one establishment, diploma and graduating year. */
export interface InserSupRow {
  uai: string | null;
  etablissement: string | null;
  sise: string | null;
  libelle: string | null;
  typeDiplome: string | null;
  domaine: string | null;
  discipline: string | null;
  secteur: string | null;
  /** `2020-2021` (API) or the years of `promo` (open data). */
  annees: string[];
  /** How the vintages were put together (API): one year, two years cumulated (`*`), or cumulation impossible (`**`). */
  cumul: 'annee' | 'deux_ans' | 'impossible';
  /** Whom the row counts; each is `ensemble` for the row that sums the others up. Null where the source has no such filter. */
  ventilation: {
    obtentionDiplome: string | null;
    genre: string | null;
    nationalite: string | null;
    regimeInscription: string | null;
    /** Months after the diploma, in the exports that have one row for each. */
    moisApresDiplome: number | null;
  };
  /** Whether the row is no sub-total: only such rows may be shown or added up. */
  ensemble: boolean;
  /** Vintage of the data set, such as `2024_S2`. */
  jeu: string | null;
  mesures: Mesures;
}

/** Taux de passage or de réussite of the SIES for one establishment and diploma. */
export interface SiesRow {
  uai: string;
  uaiComposante: string | null;
  sise: string | null;
  libelle: string | null;
  typeDiplome: string | null;
  annee: string | null;
  /** Entrants that the rate is measured on. */
  effectif: Mesure;
  /** In %. */
  taux: Mesure;
}

/** One action of the offer of Mon compte formation. */
export interface CpfOffreRow {
  id: string;
  dateExtraction: string | null;
  siret: string | null;
  organisme: string | null;
  rncp: string | null;
  rs: string | null;
  ci: string | null;
  certification: string | null;
  intitule: string | null;
  niveau: string | null;
  formacodes: string[];
  nsf: string[];
  departement: string | null;
  region: string | null;
  actions: Mesure;
  sessions: Mesure;
  sessionsADistance: Mesure;
  /** Hours and euros, all taxes included: least, greatest, mean. */
  heures: { min: Mesure; max: Mesure; moyenne: Mesure };
  frais: { min: Mesure; max: Mesure; moyenne: Mesure };
}

/** What was committed, entered or left for a certification: files, not people. Grains differ: never add up two tables. */
export interface CpfAchatRow {
  /** `2026-03` or `2026`. */
  periode: string | null;
  rncp: string | null;
  rs: string | null;
  ci: string | null;
  certification: string | null;
  siret: string | null;
  organisme: string | null;
  statut: string | null;
  modalite: string | null;
  nsf: string | null;
  region: string | null;
  departement: string | null;
  mesures: Mesures;
}

/** Users of Mon compte formation, by quarter and profile. */
export interface CpfUsagerRow {
  trimestre: string | null;
  age: string | null;
  sexe: string | null;
  demandeurEmploi: boolean | null;
  csp: string | null;
  region: string | null;
  departement: string | null;
  mesures: Mesures;
}
