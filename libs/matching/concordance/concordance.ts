import type { Certification } from './certification.ts';
import type { Continuum } from './continuum.ts';
import type { FicheRncp } from './fiches.ts';
import type { Situation } from './opening.ts';
import type { LienConcordance, TypeNoeud } from './links.ts';
import type { LienAnneeCommune } from './tronc-commun.ts';
import type { CodeCertification, CodeResolution } from '../match-result.ts';
import type { GivenCodes, Voie } from '../formation.ts';
import type { IsoDate } from '../reference-data.ts';

/** What a row asks of the graph. */
export interface ResolutionRequest {
  readonly codes: GivenCodes;
  readonly voie: Voie | null;
  /** First day of the school year the campaign prepares, such as `2020-09-01`. */
  readonly rentree: IsoDate;
}

/** The concordance graph: every certification, every code that leads to one, with validity and continuity. */
export interface Concordance {
  /** Every certification, in a fixed order (by code). */
  readonly certifications: readonly Certification[];
  get(code: CodeCertification): Certification | undefined;
  /** One resolution for each code that the row gives, in a fixed order. */
  resolve(request: ResolutionRequest): readonly CodeResolution[];
  /** The certification that rules at the rentrée: itself while open, else its successor when there is one only. */
  enVigueur(code: CodeCertification, rentree: IsoDate): CodeCertification;
  /** Whether the certification can be entered at this rentrée. */
  ouverteALaRentree(code: CodeCertification, rentree: IsoDate): boolean;
  /** The same with its reason: open, to come (opens after the rentrée) or closed. */
  situationALaRentree(code: CodeCertification, rentree: IsoDate): Situation;
  /** Open predecessors of a certification, the closed ones followed back to theirs; sorted. */
  predecesseursOuverts(code: CodeCertification, rentree: IsoDate): readonly CodeCertification[];
  /** Open successors of a certification, the closed ones followed on to theirs; sorted. */
  successeursOuverts(code: CodeCertification, rentree: IsoDate): readonly CodeCertification[];
  /** What the figures call it: `MEFSTAT11:…` of the last year(s) for the school route, else the certification. */
  possibles(code: CodeCertification, voie: Voie | null, rentree: IsoDate): readonly CodeCertification[];
  /**
   * CFD whose figures may stand for this one's, nearest first: only along 1–1 successions, never across a
   * fusion or a split (domain.md §3).
   */
  continuum(cfd: string): Continuum;
  /**
   * The same for a terminal MEFSTAT11: in each CFD of the continuum, the single terminal MEFSTAT11 of both
   * sides, else the one of the same dispositif with the same first four characters; none where neither tells.
   */
  continuumMefstat11(mefstat11: string): Continuum;
  /**
   * The same for a SISE diploma, through its CFD and the predecessors that Certif Info names: candidates, whose figures
   * are not used unless asked for.
   */
  continuumSise(sise: string): Continuum;
  /** Years that a certification takes, the shortest of its full dispositifs; null where N_MEF has none. */
  duree(code: CodeCertification): number | null;
  /** Certifications that a code names directly, sorted; codes as the parsers of `codes/` write them. */
  byRncp(rncp: string): readonly CodeCertification[];
  byIdeo(ideo: string): readonly CodeCertification[];
  byCi(ci: string): readonly CodeCertification[];
  byMef(mef: string): readonly CodeCertification[];
  byMefstat11(mefstat11: string): readonly CodeCertification[];
  bySise(sise: string): readonly CodeCertification[];
  /** By clé ministères éducatifs: that of the site, else that of the training whose site is not listed. */
  byCleMe(cle: string): readonly CodeCertification[];
  /** A fiche of the national register, with those that replaced it; undefined where no extract of it has the code. */
  ficheRncp(rncp: string): FicheRncp | undefined;
  /** The edges of a code, with their source and validity. */
  liens(type: TypeNoeud, code: string): readonly LienConcordance[];
  /** The common years that a CFD opens on or is reached through, with who says so. */
  anneesCommunes(cfd: string): readonly LienAnneeCommune[];
}
