import type { FormationRow } from './canonical-formation.ts';

/** Canonical rows of establishments, of who may train, and of what is open where. */

/** An establishment of the repertory (ACCE). Telephone, mail and other contacts are not kept. */
export interface EtablissementRow {
  uai: string;
  nature: string | null;
  natureLibelle: string | null;
  /** `1` open, `4` closed…, as the repertory codes them; null where the extract has no such column. */
  etat: string | null;
  etatLibelle: string | null;
  tutelle: string | null;
  /** `PU` public, `PR` private. */
  secteur: string | null;
  contrat: string | null;
  sigle: string | null;
  denomination: string | null;
  appellation: string | null;
  patronyme: string | null;
  siret: string | null;
  siren: string | null;
  communeInsee: string | null;
  commune: string | null;
  codePostal: string | null;
  academie: string | null;
  academieLibelle: string | null;
  departement: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface UaiZoneRow {
  uai: string;
  typeZone: string;
  typeZoneLibelle: string | null;
  zone: string;
  zoneLibelle: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface UaiSpecificiteRow {
  uai: string;
  specificite: string;
  libelle: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

/** An establishment and the one above it. ACCE_UAI_MERE and ACCE_UAI_FILLE say the same link from either end. */
export interface UaiRattachementRow {
  mere: string;
  fille: string;
  /** `AN` annexe, `FI`, `JU`…, as the repertory codes them. */
  type: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

export interface GeographieRow {
  /** Null for an académie without départements. */
  departement: string | null;
  departementLibelle: string | null;
  academie: string;
  academieLibelle: string | null;
  region: string;
  regionLibelle: string | null;
}

/** A formation of the catalogue de l'apprentissage: a catalogue row with all that the catalogue knows of it. */
export interface FormationApprentissageRow extends FormationRow {
  /** Clé ministères éducatifs. */
  cleMe: string;
  cfdEntree: string | null;
  cfdObsolete: boolean | null;
  mefs: string[];
  rncp: string | null;
  ci: string | null;
  niveau: string | null;
  /** Years, as the catalogue writes them (`X` where it does not know). */
  duree: string | null;
  annee: string | null;
  uaiFormateur: string | null;
  siretFormateur: string | null;
  siretGestionnaire: string | null;
  qualiopi: boolean | null;
  habiliteRncp: boolean | null;
  publiee: boolean | null;
  parcoursup: { statut: string | null; id: string | null };
  affelnet: { statut: string | null };
  datesDebut: string[];
  datesFin: string[];
}

export type OuiNonInconnu = boolean | null;

export interface DeclarationActivite {
  nda: string;
  active: OuiNonInconnu;
  dateDerniereDeclaration: string | null;
  dateFinExercice: string | null;
  qualiopi: {
    formation: OuiNonInconnu;
    bilan: OuiNonInconnu;
    vae: OuiNonInconnu;
    apprentissage: OuiNonInconnu;
    /** Whether it was obtained through the legal unit (true) or on the NDA itself (false). */
    parUniteLegale: OuiNonInconnu;
  };
  /** None to three, in no order. */
  specialites: { code: string; libelle: string | null }[];
}

export interface HabilitationFranceCompetences {
  /** `RNCP10013` or `RS6305`. */
  code: string;
  active: OuiNonInconnu;
  dateActive: string | null;
  dateFinEnregistrement: string | null;
  dateDecision: string | null;
  former: OuiNonInconnu;
  organiserEvaluation: OuiNonInconnu;
  certificateurs: string[];
}

/** What QuiForme says of an establishment. `connu` is false for a SIRET that it has never heard of. */
export interface QuiFormeRow {
  siret: string;
  connu: boolean;
  uai: string | null;
  plusieursNda: OuiNonInconnu;
  declarations: DeclarationActivite[];
  habilitations: HabilitationFranceCompetences[];
}

/** A line of the liste publique des organismes de formation. */
export interface OrganismeFormationRow {
  nda: string;
  denomination: string | null;
  siren: string | null;
  siret: string | null;
  cfa: OuiNonInconnu;
  certifications: {
    formation: OuiNonInconnu;
    bilan: OuiNonInconnu;
    vae: OuiNonInconnu;
    apprentissage: OuiNonInconnu;
  };
  adresse: { voie: string | null; codePostal: string | null; ville: string | null; region: string | null };
  dateDerniereDeclaration: string | null;
  specialites: { code: string; libelle: string | null }[];
  stagiaires: number | null;
  heuresStagiaires: number | null;
}

/** A filière of the open data of Parcoursup: its label and where it is, without any code. */
export interface FiliereRow {
  id: string;
  /** Session, where years are one above the other in a file. */
  annee: string | null;
  libelle: string;
  uai: string | null;
  etablissement: string | null;
  region: string | null;
  statut: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** What is open in an establishment: pupils counted, places or wishes, for a MEFSTAT11. */
export interface OffreRow {
  uai: string;
  mefstat11: string;
  annee: number | null;
  /** `scolaire` or `apprentissage` where the listing says so. */
  voie: 'scolaire' | 'apprentissage' | null;
  eleves: number | null;
  capacite: number | null;
  voeux: number | null;
  famille: string | null;
  mefstat11Terminale: string | null;
}
