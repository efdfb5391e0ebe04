import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { whereClause, type Condition } from '../database/list-page.ts';
import { prepared } from '../database/prepared.ts';
import { revueConditions } from './revue-conditions.query.ts';
import type { RevueFilter } from './revue-filter.ts';

/** How long an item stays with someone who does nothing any more. */
export const BAIL_SECONDES = 300;
/** Activity renews a lease at most once in this time. */
const RENEW_AFTER_SECONDS = 30;
const BAIL = `now() + interval '${BAIL_SECONDES} seconds'`;

const FREE = `(bail_jusqu_a IS NULL OR bail_jusqu_a < now()) AND bail_compte_id IS DISTINCT FROM $1`;
const ORDER = `priorite DESC NULLS LAST, id`;

/**
 * One statement, since a person waits for it at each key: what the asker ($1) holds is looked at first. Of it, what
 * they still name ($2) is renewed, what the filter keeps is given again, and the rest is free: a page was closed, or
 * reloaded with another filter. Then as many free items as are missing of $3, then those the asker has passed over.
 * The lease need not survive a power cut, so that nobody waits for the disk: at worst two people look at one item, and
 * its version settles which of them decides.
 */
const take = (where: string, nombre: number): string => `
  WITH tenu AS MATERIALIZED (
    SELECT id, priorite, bail_jusqu_a, id = ANY ($2::uuid[]) AS nomme, (${where}) IS TRUE AS voulu
    FROM revue WHERE bail_compte_id = $1 FOR UPDATE SKIP LOCKED
  ), repris AS MATERIALIZED (
    SELECT id, row_number() OVER (ORDER BY ${ORDER}) AS place FROM tenu WHERE voulu AND NOT nomme
    ORDER BY place LIMIT ${nombre}
  ), libre AS MATERIALIZED (
    SELECT id FROM revue
    WHERE ${where} AND ${FREE} AND id <> ALL ($2::uuid[]) AND (SELECT count(*) FROM repris) < $3::int
      AND NOT EXISTS (SELECT 1 FROM revue_passee p WHERE p.compte_id = $1 AND p.revue_id = revue.id)
    ORDER BY ${ORDER} LIMIT ${nombre} FOR UPDATE SKIP LOCKED
  ), passe AS MATERIALIZED (
    SELECT id FROM revue JOIN revue_passee p ON p.compte_id = $1 AND p.revue_id = revue.id
    WHERE ${where} AND ${FREE} AND id <> ALL ($2::uuid[])
      AND (SELECT count(*) FROM repris) + (SELECT count(*) FROM libre) < $3::int
    ORDER BY p.passee_at, ${ORDER} LIMIT ${nombre} FOR UPDATE OF revue SKIP LOCKED
  ), pris AS MATERIALIZED (
    SELECT id, row_number() OVER (ORDER BY rangee, place) AS place FROM (
      SELECT 1 AS rangee, place, id FROM repris
      UNION ALL SELECT 2, row_number() OVER (), id FROM libre
      UNION ALL SELECT 3, row_number() OVER (), id FROM passe) tous
    ORDER BY place LIMIT ${nombre}
  ), prete AS (
    UPDATE revue SET bail_compte_id = $1, bail_jusqu_a = ${BAIL} FROM (
      SELECT id FROM pris
      -- A lease that has hardly begun is not written again.
      UNION ALL SELECT id FROM tenu WHERE nomme AND bail_jusqu_a < ${BAIL} - interval '${RENEW_AFTER_SECONDS} seconds'
    ) bail WHERE revue.id = bail.id
  ), rendu AS (
    UPDATE revue SET bail_compte_id = NULL, bail_jusqu_a = NULL
    WHERE id IN (SELECT id FROM tenu WHERE NOT nomme AND NOT voulu)
  )
  SELECT id FROM pris CROSS JOIN (SELECT set_config('synchronous_commit', 'off', true)) AS sans_attendre
  ORDER BY place`;

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
    const parameters: unknown[] = [demande.compteId, demande.sauf, demande.nombre];
    const where = whereClause(waiting(demande.filter, demande.academies), parameters);
    const rows = await prepared<{ id: string }>(this.dataSource, take(where, demande.nombre), parameters);
    return rows.map(({ id }) => id);
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

  /** Of these items, those that the filter leaves, whatever their status. */
  async among(
    ids: readonly string[],
    filter: RevueFilter,
    academies: readonly string[] | null,
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const parameters: unknown[] = [];
    const where = whereClause(
      revueConditions({ ...filter, statut: undefined, ids: [...ids] }, academies),
      parameters,
    );
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM revue WHERE ${where} ORDER BY id`,
      parameters,
    );
    return rows.map(({ id }) => id);
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
}

/** Written out rather than passed as a value: the queue's index is on this condition. */
function waiting(filter: RevueFilter, academies: readonly string[] | null): Condition[] {
  return [
    ["statut = 'a_traiter' AND ?::boolean", true],
    ...revueConditions({ ...filter, statut: undefined }, academies),
  ];
}
