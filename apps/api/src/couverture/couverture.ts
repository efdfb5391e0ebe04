import type { EtatCouverture } from '#matching';

/** Codes as the catalogue gives them; with the concordance graph and its fallbacks; with matching and decisions. */
export const MOMENTS = ['codes', 'concordance', 'revue'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What each formation counts for: itself, its places, or the vœux that it received. */
export const POIDS = ['formations', 'places', 'voeux'] as const;
export type Poids = (typeof POIDS)[number];

export const GROUPES = ['type', 'academie', 'filiere', 'perimetre'] as const;
export type Groupe = (typeof GROUPES)[number];

/** Scopes a report can be narrowed to, as `perimetre/` says them. */
export { PERIMETRES as PERIMETRES_DU_RAPPORT } from '../perimetre/regle-perimetre.ts';

/** Which formations a report is about. An empty text asks for those that the catalogue leaves blank. */
export interface FiltreCouverture {
  readonly perimetre?: string | undefined;
  readonly academie?: string | undefined;
  readonly filiere?: string | undefined;
  readonly typeDiplome?: string | undefined;
}

export interface DemandeCouverture extends FiltreCouverture {
  readonly moment: Moment;
  readonly poids: Poids;
  readonly groupe: Groupe;
}

/** How much of a set of formations has a state. */
export interface Compte {
  readonly etat: EtatCouverture;
  readonly n: number;
}

export interface GroupeCouverture {
  /** Value of the axis; empty where the catalogue says none. */
  readonly cle: string;
  readonly libelle: string;
  readonly total: number;
  readonly couvert: number;
  readonly etats: readonly Compte[];
  /** The same group of the compared run; null where it has none. */
  readonly comparaison: Ecart | null;
}

/** A figure beside the one that it is compared with. */
export interface Ecart {
  readonly total: number;
  readonly couvert: number;
  /** Points of coverage gained since; null where one of both sets is empty. */
  readonly ecartPoints: number | null;
}

/** An answer of the report: totals, by state, by moment and by group, with what they were. */
export interface RapportCouverture {
  /** `en_calcul`: figures are being computed, the report is that of before. `absente`: nothing computed yet. */
  readonly etat: 'a_jour' | 'en_calcul' | 'absente';
  readonly executionId: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  /** True for the run whose results the list of formations shows. */
  readonly derniere: boolean;
  readonly calculeeLe: Date | null;
  readonly moment: Moment;
  readonly poids: Poids;
  readonly groupe: Groupe;
  readonly total: number;
  readonly couvert: number;
  readonly etats: readonly Compte[];
  readonly moments: readonly { readonly moment: Moment; readonly total: number; readonly couvert: number }[];
  readonly groupes: readonly GroupeCouverture[];
  readonly comparaison: ComparaisonCouverture | null;
  readonly facettes: FacettesCouverture;
}

export interface ComparaisonCouverture extends Ecart {
  readonly executionId: string;
  readonly campagneNom: string;
  readonly termineeLe: Date | null;
  readonly etats: readonly (Compte & { readonly avant: number; readonly ecart: number })[];
}

/** What the report can be narrowed to, with how many formations each value has. */
export interface FacettesCouverture {
  readonly perimetres: readonly Facette[];
  readonly academies: readonly Facette[];
  readonly filieres: readonly Facette[];
  readonly types: readonly Facette[];
}

export interface Facette {
  readonly cle: string;
  readonly libelle: string;
  readonly n: number;
}
