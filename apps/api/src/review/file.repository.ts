import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { whereClause, type Condition } from '../database/list-page.ts';
import { revueConditions } from './revue-conditions.query.ts';
import type { RevueFilter } from './revue-filter.ts';

/** How long an item stays with someone who does nothing any more. */
export const BAIL_SECONDES = 300;
const BAIL = `now() + interval '${BAIL_SECONDES} seconds'`;

const FREE = `(bail_jusqu_a IS NULL OR bail_jusqu_a < now())`;
const ORDER = `priorite DESC NULLS LAST, id`;

/** What is asked of the queue. */
export interface Demande {
  readonly compteId: string;
  readonly filter: RevueFilter;
  /** Null for no limit. */
  readonly academies: readonly string[] | null;
  readonly nombre: number;
  /** Items the asker holds already: kept, and not given again. */
  readonly sauf: readonly string[];
}

/** The queue: each item is with one person at a time. The clock is the database's, the only one all processes share. */
@Injectable()
export class FileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the next items: those already with the asker, then free ones, then those the asker has passed over. Rows that
   * another steward is taking at this very moment are stepped over, not waited for.
   * @returns their ids, in that order
   */
  async take(demande: Demande): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      await this.leaveOthers(manager, demande);
      const ids = await this.pick(manager, demande, demande.nombre, `bail_compte_id = #me`, ORDER);
      const passed = `EXISTS (SELECT 1 FROM revue_passee p WHERE p.compte_id = #me AND p.revue_id = revue.id)`;
      for (const [condition, order] of [
        [`${FREE} AND NOT ${passed}`, ORDER],
        [
          `${FREE} AND ${passed}`,
          `(SELECT passee_at FROM revue_passee p WHERE p.compte_id = #me AND p.revue_id = revue.id), ${ORDER}`,
        ],
      ] as const) {
        const missing = demande.nombre - ids.length;
        if (missing > 0) ids.push(...(await this.pick(manager, demande, missing, condition, order, ids)));
      }
      // Two statements: by their ids alone, each is a handful of index look-ups.
      await this.lend(manager, demande.compteId, ids);
      if (demande.sauf.length > 0)
        await this.lend(manager, demande.compteId, await this.held(manager, demande));
      return ids;
    });
  }

  /** Says that someone is still at work. @returns the items that are still theirs. */
  async renew(compteId: string, ids: readonly string[]): Promise<string[]> {
    const rows: [{ id: string }[], number] = await this.dataSource.query(
      `UPDATE revue SET bail_jusqu_a = ${BAIL}
       WHERE id = ANY($2::uuid[]) AND bail_compte_id = $1 AND statut = 'a_traiter' RETURNING id`,
      [compteId, ids],
    );
    return rows[0].map(({ id }) => id);
  }

  /** Gives items back; all of them without `ids`. */
  async release(compteId: string, ids?: readonly string[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE revue SET bail_compte_id = NULL, bail_jusqu_a = NULL
       WHERE bail_compte_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))`,
      [compteId, ids ?? null],
    );
  }

  /** Puts an item behind the others, for this account alone. */
  async pass(compteId: string, revueId: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO revue_passee (compte_id, revue_id) SELECT $1, id FROM revue WHERE id = $2
       ON CONFLICT (compte_id, revue_id) DO UPDATE SET passee_at = now()`,
      [compteId, revueId],
    );
    await this.release(compteId, [revueId]);
  }

  /** Items to treat that the filter leaves. */
  async count(filter: RevueFilter, academies: readonly string[] | null): Promise<number> {
    const parameters: unknown[] = [];
    const where = whereClause(waiting(filter, academies), parameters);
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM revue WHERE ${where}`,
      parameters,
    );
    return rows[0]?.n ?? 0;
  }

  private async lend(manager: EntityManager, compteId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await manager.query(
      `UPDATE revue SET bail_compte_id = $1, bail_jusqu_a = ${BAIL} WHERE id = ANY($2::uuid[])`,
      [compteId, ids],
    );
  }

  /** Of what the asker says they hold, what is still theirs. */
  private async held(manager: EntityManager, { compteId, sauf }: Demande): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM revue WHERE id = ANY($2::uuid[]) AND bail_compte_id = $1 FOR UPDATE SKIP LOCKED`,
      [compteId, sauf],
    );
    return rows.map(({ id }) => id);
  }

  private async pick(
    manager: EntityManager,
    { compteId, filter, academies, sauf }: Demande,
    limit: number,
    condition: string,
    order: string,
    already: readonly string[] = [],
  ): Promise<string[]> {
    const parameters: unknown[] = [compteId, [...sauf, ...already]];
    const where = whereClause(waiting(filter, academies), parameters);
    const me = (sql: string): string => sql.replaceAll('#me', '$1');
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM revue WHERE ${where} AND ${me(condition)} AND id <> ALL ($2::uuid[])
       ORDER BY ${me(order)} LIMIT ${limit} FOR UPDATE OF revue SKIP LOCKED`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }

  /** What the asker held and no longer names is free: a page was closed, or reloaded with another filter. */
  private async leaveOthers(manager: EntityManager, { compteId, sauf, ...demande }: Demande): Promise<void> {
    const parameters: unknown[] = [compteId, sauf];
    const where = whereClause(waiting(demande.filter, demande.academies), parameters);
    await manager.query(
      `UPDATE revue SET bail_compte_id = NULL, bail_jusqu_a = NULL
       WHERE id IN (SELECT id FROM revue WHERE bail_compte_id = $1 AND id <> ALL ($2::uuid[]) AND NOT (${where})
         FOR UPDATE SKIP LOCKED)`,
      parameters,
    );
  }
}

/** Written out rather than passed as a value: the queue's index is on this condition. */
function waiting(filter: RevueFilter, academies: readonly string[] | null): Condition[] {
  return [
    ["statut = 'a_traiter' AND ?::boolean", true],
    ...revueConditions({ ...filter, statut: undefined }, academies),
  ];
}
