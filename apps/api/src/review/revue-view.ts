import type { Certification, CodeResolution, Contribution, GivenCodes, Motif } from '#matching';
import type { JugementView, Verdict } from './jugement.ts';
import type { Acteur, MotifAucune } from './motif-aucune.ts';
import type { OrigineRevue, StatutRevue } from './revue-filter.ts';

/** Facts of a certification that a person compares with the formation. */
export interface FaitsCertification {
  readonly famille: string | null;
  readonly niveauQualification: number | null;
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
  readonly rncp: readonly string[];
}

/** A candidate as the steward compares it with the formation. */
export interface CandidatView extends FaitsCertification {
  /** 1 for the best: the key that chooses it. */
  readonly rang: number;
  readonly codeCertification: string;
  readonly cfd: string | null;
  readonly sise: string | null;
  readonly libelle: string;
  readonly confiance: number;
  readonly explication: readonly Contribution[];
}

/** Who has the item before their eyes; null when nobody has. */
export interface BailView {
  readonly parMoi: boolean;
  readonly par: string;
  readonly jusquA: string;
}

export interface RevueListView {
  readonly id: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly signature: string;
  readonly statut: StatutRevue;
  readonly origine: OrigineRevue;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly typeDiplome: string | null;
  readonly voie: string | null;
  readonly plateforme: string;
  readonly codes: GivenCodes;
  readonly nbFormations: number;
  readonly places: number;
  readonly voeux: number;
  /** Formations + places / 10 + vœux / 100. */
  readonly impact: number;
  readonly priorite: number;
  readonly academies: readonly string[];
  readonly motifs: readonly Motif[];
  readonly confiance: number;
  /** The last decision, and who must act after it. */
  readonly verdict: Verdict | 'annule' | null;
  readonly acteur: Acteur | null;
  /** Version of the last decision; 0 before the first. What a new decision must name. */
  readonly version: number;
  readonly bail: BailView | null;
  readonly executionId: string;
  readonly modele: string;
  readonly creeLe: Date;
}

/** A formation of the signature, as an example. */
export interface FormationExemple {
  readonly id: string;
  readonly identifiant: string;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly etablissement: string | null;
  readonly uai: string | null;
  readonly academie: string | null;
}

/** One of the readings that disagree, without its author. */
export interface LectureView {
  readonly verdict: Verdict;
  readonly codeCertification: string | null;
  readonly motif: MotifAucune | null;
  readonly commentaire: string | null;
  readonly creeLe: Date;
}

export interface RevueDetail extends RevueListView {
  readonly candidats: readonly CandidatView[];
  readonly resolutions: readonly CodeResolution[];
  readonly jugements: readonly JugementView[];
  readonly formations: readonly FormationExemple[];
  readonly patron: string;
  /** Items to treat of the same pattern, this one left out; counted up to 1,000. */
  readonly nbSimilaires: number;
  /** In adjudication: what those who disagree have answered. */
  readonly lectures: readonly LectureView[];
  /** Why it is asked again; null when it is not. */
  readonly resurgence: string | null;
  /** Whether a second person will read the decision. */
  readonly secondeLecture: boolean;
  readonly suivanteId: string | null;
}

export function faitsDe(certification: Certification | undefined): FaitsCertification {
  return {
    famille: certification?.famille ?? null,
    niveauQualification: certification?.niveauQualification ?? null,
    dateOuverture: certification?.dateOuverture ?? null,
    dateFermeture: certification?.dateFermeture ?? null,
    premiereSession: certification?.premiereSession ?? null,
    derniereSession: certification?.derniereSession ?? null,
    rncp: certification?.rncp ?? [],
  };
}

/** The sentence that says why a decided item is asked again. */
export function resurgenceOf(origine: OrigineRevue, jugements: readonly JugementView[]): string | null {
  const last = jugements.at(-1);
  if (origine !== 'candidats_changes' || last === undefined) return null;
  const date = last.creeLe.toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' });
  return `les candidats ont changé depuis la décision de ${last.auteur} du ${date}`;
}
