import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AttemptState } from './lockout-policy.ts';

interface Row {
  readonly echecs: number;
  readonly derniere_at: Date;
  readonly bloque_jusqu_a: Date | null;
}

/**
 * Recent attempts, by what was typed and not by account: an identifier that does not exist is slowed down like any
 * other, so that the lock-out says nothing about which accounts exist. The key is a sha256 because people type
 * their password in the wrong field.
 */
@Injectable()
export class TentativeConnexionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The state of a key, locked until the transaction of `manager` ends: two attempts never read the same count. */
  async lock(cleSha256: string, now: Date, manager: EntityManager): Promise<AttemptState> {
    // The update changes nothing: it is what locks a row that exists already, and returns it.
    const rows = await manager.query<Row[]>(
      `INSERT INTO tentative_connexion AS t (cle_sha256, echecs, derniere_at) VALUES ($1, 0, $2)
       ON CONFLICT (cle_sha256) DO UPDATE SET echecs = t.echecs
       RETURNING echecs, derniere_at, bloque_jusqu_a`,
      [cleSha256, now],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('tentative_connexion: upsert returned no row');
    return { echecs: row.echecs, derniereAt: row.derniere_at, bloqueJusquA: row.bloque_jusqu_a };
  }

  async save(cleSha256: string, state: AttemptState, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE tentative_connexion SET echecs = $2, derniere_at = $3, bloque_jusqu_a = $4 WHERE cle_sha256 = $1`,
      [cleSha256, state.echecs, state.derniereAt, state.bloqueJusquA],
    );
  }

  /** Uncounts one attempt, and the wait that it alone has caused. */
  async giveBack(cleSha256: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE tentative_connexion SET echecs = greatest(echecs - 1, 0), bloque_jusqu_a = NULL
       WHERE cle_sha256 = $1`,
      [cleSha256],
    );
  }

  async forget(cleSha256: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM tentative_connexion WHERE cle_sha256 = $1`, [cleSha256]);
  }

  async purge(before: Date): Promise<void> {
    await this.dataSource.query(`DELETE FROM tentative_connexion WHERE derniere_at < $1`, [before]);
  }
}
