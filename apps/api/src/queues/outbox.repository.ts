import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { jobContracts, type PayloadOf, type QueueName } from './job-contracts.ts';

export interface OutboxRow {
  readonly id: string;
  readonly queue: QueueName;
  readonly payload: unknown;
}

/** Jobs to send once the transaction that asks for them is committed. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Asks for jobs inside the caller's transaction: rolled back with it. */
  async add<Name extends QueueName>(
    manager: EntityManager,
    queue: Name,
    payloads: readonly PayloadOf<Name>[],
  ): Promise<void> {
    const parsed = payloads.map((payload) => jobContracts[queue].payload.parse(payload));
    await manager.query(
      `INSERT INTO outbox (queue, payload) SELECT $1, value FROM jsonb_array_elements($2::jsonb)`,
      [queue, JSON.stringify(parsed)],
    );
  }

  /**
   * Hands the waiting rows to `send` and marks them sent. Rows that another process is sending are passed over;
   * a failure leaves them waiting, and sending twice is harmless since job ids are fixed.
   */
  async drain(limit: number, send: (rows: OutboxRow[]) => Promise<void>): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const rows: OutboxRow[] = await manager.query(
        `SELECT id::text AS id, queue, payload FROM outbox WHERE sent_at IS NULL
         ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`,
      );
      if (rows.length === 0) return 0;
      await send(rows);
      await manager.query(`UPDATE outbox SET sent_at = now() WHERE id = ANY($1::bigint[])`, [
        rows.map(({ id }) => id),
      ]);
      return rows.length;
    });
  }
}
