/**
 * Why no figure is shown for a formation (domain.md §6): the closed list, in the order in which the reasons are
 * tried. The migration of the figures holds the same texts.
 */
export const RAISONS_NON_COUVERT = [
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
export type RaisonNonCouvert = (typeof RAISONS_NON_COUVERT)[number];

/** What is said of every formation: covered, or exactly one reason. */
export const ETATS_COUVERTURE = ['Couvert', ...RAISONS_NON_COUVERT] as const;
export type EtatCouverture = (typeof ETATS_COUVERTURE)[number];

/** What is known of a formation without figures; each fact is one reason of the list. */
export interface FaitsCouverture {
  /** Certifications that the row's codes lead to at once; one or none when nothing is ambiguous. */
  readonly certificationsAuDepart: number;
  /** How many of those are covered at the places of the row. */
  readonly couvertesAuDepart: number;
  /** Last years of one certification that each have figures at the same place. */
  readonly anneesTerminales: number;
  readonly anneeCommune: boolean;
  readonly sousLeSeuil: boolean;
  readonly nouvelle: boolean;
  readonly territoireMalCouvert: boolean;
  readonly uaiInconnue: boolean;
  readonly codeInconnu: boolean;
  readonly autreMinistere: boolean;
  readonly codeDouteux: boolean;
}

/**
 * The first reason that holds. The two first exclude each other: of several certifications, exactly one covered is
 * the second; none or several is the first, since nothing then tells which one is the row's.
 */
export function raisonOf(faits: FaitsCouverture): RaisonNonCouvert {
  const plusieurs = faits.certificationsAuDepart > 1;
  const holds: Readonly<Record<RaisonNonCouvert, boolean>> = {
    'Non couvert - Plusieurs codes certification associés': plusieurs && faits.couvertesAuDepart !== 1,
    'Non couvert - Plusieurs certifications associées au départ dont une seule est couverte':
      plusieurs && faits.couvertesAuDepart === 1,
    'Non couvert - Plusieurs formations en année terminale associées': faits.anneesTerminales > 1,
    'Non couvert - Première année commune': faits.anneeCommune,
    'Non couvert - Sous le seuil de 20 élèves': faits.sousLeSeuil,
    'Non couvert - Nouvelle formation': faits.nouvelle,
    'Non couvert - Territoire mal couvert': faits.territoireMalCouvert,
    'Non couvert - UAI Inconnu': faits.uaiInconnue,
    'Non couvert - code certification inconnu': faits.codeInconnu,
    'Non couvert - Autres ministères certificateurs': faits.autreMinistere,
    'Non couvert - Problème de qualité du code formation en entrée': faits.codeDouteux,
    'Non couvert - Sans raison évidente': true,
  };
  return RAISONS_NON_COUVERT.find((raison) => holds[raison]) ?? 'Non couvert - Sans raison évidente';
}
