export const MOMENTS = ['codes', 'concordance', 'revue'] as const;
export type Moment = (typeof MOMENTS)[number];
export const POIDS = ['formations', 'places', 'voeux'] as const;
export type Poids = (typeof POIDS)[number];
export const GROUPES = ['type', 'academie', 'filiere', 'perimetre'] as const;
export type Groupe = (typeof GROUPES)[number];

/** The closed list of what a formation's coverage can be, in the API's order and words. */
export const ETATS_COUVERTURE = [
  'Couvert',
  'Non couvert - Plusieurs codes certification associés',
  'Non couvert - Plusieurs certifications associées au départ dont une seule est couverte',
  'Non couvert - Plusieurs formations en année terminale associées',
  'Non couvert - Première année commune',
  'Non couvert - Sous le seuil de 20 élèves',
  'Non couvert - Nouvelle formation',
  'Non couvert - Territoire mal couvert',
  'Non couvert - UAI Inconnu',
  'Non couvert - code certification inconnu',
  'Non couvert - Autres ministères certificateurs',
  'Non couvert - Problème de qualité du code formation en entrée',
  'Non couvert - Sans raison évidente',
] as const;

/** `Couvert`, or the reason why not, as the API writes it. */
export interface CompteEtat {
  etat: string;
  n: number;
}

export interface Ecart {
  total: number;
  couvert: number;
  ecartPoints: number | null;
}

export interface GroupeCouverture {
  /** Empty where the catalogue says none. */
  cle: string;
  libelle: string;
  total: number;
  couvert: number;
  etats: CompteEtat[];
  comparaison: Ecart | null;
}

export interface Facette {
  cle: string;
  libelle: string;
  n: number;
}

export interface RapportCouverture {
  etat: 'a_jour' | 'en_calcul' | 'absente';
  executionId: string;
  campagneId: string;
  campagneNom: string;
  /** True for the run whose results the list of formations shows. */
  derniere: boolean;
  calculeeLe: string | null;
  moment: Moment;
  poids: Poids;
  groupe: Groupe;
  total: number;
  couvert: number;
  etats: CompteEtat[];
  moments: { moment: Moment; total: number; couvert: number }[];
  groupes: GroupeCouverture[];
  comparaison:
    | (Ecart & {
        executionId: string;
        campagneNom: string;
        termineeLe: string | null;
        etats: (CompteEtat & { avant: number; ecart: number })[];
      })
    | null;
  facettes: { perimetres: Facette[]; academies: Facette[]; filieres: Facette[]; types: Facette[] };
}

/** What the page asks of the report; an absent filter asks for all. */
export interface DemandeCouverture {
  campagneId: string;
  /** A run of the campaign; empty for the last that ended. */
  executionId: string;
  moment: Moment;
  poids: Poids;
  groupe: Groupe;
  perimetre: string;
  academie: string;
  filiere: string;
  /** `precedente`, `campagne`, or empty. */
  avec: string;
}
