import { Inject, Injectable } from '@nestjs/common';
import { academiesOf } from '../common/auth/perimetre-compte.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ShortMemory } from '../common/short-memory.ts';
import { FacettesQuery, type Facettes } from './facettes.query.ts';
import { FileRepository } from './file.repository.ts';
import type { RevueFilter } from './revue-filter.ts';
import type { Lecteur } from './revue.query.ts';

/** How long a count is good enough: it tells a person how much is left, nothing is decided on it. */
const FRESH_MS = 5_000;

/** What is left in the queue, counted once for all who ask the same in the same few seconds. */
@Injectable()
export class CompteurDeFile {
  private readonly counts: ShortMemory<number>;
  private readonly facettes: ShortMemory<Facettes>;

  constructor(
    private readonly file: FileRepository,
    private readonly query: FacettesQuery,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.counts = new ShortMemory(clock, FRESH_MS);
    this.facettes = new ShortMemory(clock, FRESH_MS);
  }

  count(filter: RevueFilter, academies: readonly string[] | null): Promise<number> {
    return this.counts.get(JSON.stringify([filter, academies]), () => this.file.count(filter, academies));
  }

  facets(filter: RevueFilter, lecteur: Lecteur): Promise<Facettes> {
    const academies = academiesOf(lecteur);
    return this.facettes.get(JSON.stringify([filter, academies]), () => this.query.read(filter, academies));
  }
}
