import type { Certification } from './certification.ts';
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
}
