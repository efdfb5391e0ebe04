import { Inject, Injectable } from '@nestjs/common';
import type { CodeCertification } from '#matching';
import { CLOCK, type Clock } from '../common/clock.ts';
import { InstantaneQuery } from '../imports/instantane.query.ts';
import { presentCertification, type CertificationView } from './certification.presenter.ts';
import { grapheOf, type GrapheCertification } from './graphe-certification.ts';
import { MatcherCache } from './matcher-cache.ts';
import { REFERENCE_TABLES } from './reference-data.ts';

export interface CertificationSearch {
  readonly q: string;
  /** Snapshots to search: those of a run under review; those in use when absent. */
  readonly instantanes?: readonly string[] | undefined;
  /** `AAAA-MM-JJ`; today when absent. */
  readonly rentree?: string | undefined;
  readonly ouvertes: boolean;
  readonly limite: number;
}

/** Search and reading of certifications over reference snapshots. */
@Injectable()
export class CertificationsUseCase {
  constructor(
    private readonly matchers: MatcherCache,
    private readonly instantanes: InstantaneQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async search({
    q,
    instantanes,
    rentree,
    ouvertes,
    limite,
  }: CertificationSearch): Promise<CertificationView[]> {
    const pins = instantanes ?? (await this.inUse());
    if (pins.length === 0) return [];
    const day = rentree ?? this.clock.now().toISOString().slice(0, 10);
    const matcher = await this.matchers.matcher({ instantanes: pins, rentree: day, risque: 0.01 });
    const concordance = await this.matchers.concordance(pins);
    return matcher
      .search(q, { limite: ouvertes ? limite * 3 : limite })
      .filter(({ codeCertification }) => !ouvertes || concordance.ouverteALaRentree(codeCertification, day))
      .slice(0, limite)
      .flatMap(({ codeCertification }) => concordance.get(codeCertification) ?? [])
      .map(presentCertification);
  }

  /** Loads the references in use, so that the first search does not wait for them: seconds, with the real ones. */
  async warmUp(): Promise<void> {
    await this.search({ q: '', ouvertes: false, limite: 1 });
  }

  async get(code: CodeCertification, instantanes?: readonly string[]): Promise<CertificationView | null> {
    const concordance = await this.matchers.concordance(instantanes ?? (await this.inUse()));
    const found = concordance.get(code);
    return found === undefined ? null : presentCertification(found);
  }

  /** What stands around a certification in the concordance graph; null where no reference in use knows it. */
  async graphe(code: CodeCertification): Promise<GrapheCertification | null> {
    const concordance = await this.matchers.concordance(await this.inUse());
    const found = concordance.get(code);
    return found === undefined ? null : grapheOf(concordance, found);
  }

  /** The real references where there are any, else the samples: a first visit has something to search. */
  private async inUse(): Promise<string[]> {
    const real = await this.instantanes.referencesInUse(REFERENCE_TABLES, { exemples: false });
    return real.length > 0 ? real : this.instantanes.referencesInUse(REFERENCE_TABLES, { exemples: true });
  }
}
