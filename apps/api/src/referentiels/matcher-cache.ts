import { Injectable } from '@nestjs/common';
import {
  buildConcordance,
  createMatcher,
  DEFAULT_MODEL,
  type Concordance,
  type IsoDate,
  type Matcher,
} from '#matching';
import { OffresRepository } from './offres.repository.ts';
import { ReferenceDataRepository } from './reference-data.repository.ts';

export interface MatcherKey {
  readonly instantanes: readonly string[];
  readonly rentree: IsoDate;
  readonly risque: number;
  /** Answers of QuiForme; with them, what establishments offer is read too. A search by people needs none. */
  readonly habilitations?: readonly string[];
}

/** Graphs kept in memory: a worker serves one run at a time, a review page the last few campaigns. */
const KEPT = 3;

/** Graphs and matchers are costly to build and never change: built once a process for each set of snapshots. */
@Injectable()
export class MatcherCache {
  private readonly concordances = new Map<string, Promise<Concordance>>();
  private readonly matchers = new Map<string, Promise<Matcher>>();

  constructor(
    private readonly references: ReferenceDataRepository,
    private readonly offres: OffresRepository,
  ) {}

  async concordance(instantanes: readonly string[]): Promise<Concordance> {
    return remember(this.concordances, [...instantanes].sort().join(), async () =>
      buildConcordance(await this.references.load(instantanes)),
    );
  }

  async matcher({ instantanes, rentree, risque, habilitations }: MatcherKey): Promise<Matcher> {
    const offered = habilitations === undefined ? 'sans' : [...habilitations].sort().join();
    const key = [...instantanes].sort().concat(rentree, String(risque), offered).join();
    return remember(this.matchers, key, async () => {
      const concordance = await this.concordance(instantanes);
      if (habilitations === undefined) return createMatcher(concordance, DEFAULT_MODEL, { rentree, risque });
      const offres = await this.offres.load(instantanes, habilitations, concordance);
      return createMatcher(concordance, DEFAULT_MODEL, { rentree, risque, offres });
    });
  }
}

/** Least recently used goes first; a build that failed is forgotten, so that the next caller tries again. */
function remember<Value>(
  kept: Map<string, Promise<Value>>,
  key: string,
  build: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(key);
  const value = known ?? build();
  kept.delete(key);
  kept.set(key, value);
  if (known === undefined) {
    value.catch(() => {
      if (kept.get(key) === value) kept.delete(key);
    });
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return value;
}
