import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which reference snapshots a campaign pins. */
@Injectable()
export class ReferencesRepository {
  /** @param ids null to pin those in use when a run starts. */
  async pin(manager: EntityManager, campagneId: string, ids: readonly string[] | null): Promise<void> {
    await manager.query(`UPDATE campagne SET references_ids = $2 WHERE id = $1`, [campagneId, ids]);
  }
}
