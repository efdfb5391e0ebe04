import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InstantaneView } from '../imports/instantane.query.ts';

/** Whether a snapshot may serve. Its lines never change; this does. */
@Injectable()
export class InstantaneStatutRepository {
  /** @returns false when the snapshot was not in one of the expected states: nothing is written. */
  async change(
    manager: EntityManager,
    id: string,
    from: readonly InstantaneView['statut'][],
    to: InstantaneView['statut'],
  ): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE instantane SET statut = $3 WHERE id = $1 AND statut = ANY($2)`,
      [id, from, to],
    );
    return changed > 0;
  }
}
