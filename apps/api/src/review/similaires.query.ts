import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ShortMemory } from '../common/short-memory.ts';
import type { RevueListView } from './revue-view.ts';

/** How many are counted at most: beyond, a person only needs to know that they are many. */
const MAX = 1_000;
/** How long a count is good enough: the page of a pattern counts again before anything is decided on it. */
const FRESH_MS = 5_000;

/** How many items to treat are of one pattern: those shown one after the other are often of the same. */
@Injectable()
export class SimilairesQuery {
  private readonly counts: ShortMemory<number>;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.counts = new ShortMemory(clock, FRESH_MS);
  }

  /** Items like this one, itself left out. */
  async count({
    campagneId,
    patron,
    statut,
  }: Pick<RevueListView, 'campagneId' | 'statut'> & { readonly patron: string }): Promise<number> {
    if (patron === '') return 0;
    const all = await this.counts.get(JSON.stringify([campagneId, patron]), () =>
      this.read(campagneId, patron),
    );
    return Math.min(MAX, statut === 'a_traiter' ? Math.max(0, all - 1) : all);
  }

  private async read(campagneId: string, patron: string): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM revue
         WHERE campagne_id = $1 AND patron = $2 AND statut = 'a_traiter' LIMIT ${MAX + 1}) proches`,
      [campagneId, patron],
    );
    return rows[0]?.n ?? 0;
  }
}
