import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Epinglables } from './epinglables.ts';

/** Which snapshots a campaign pins. */
@Injectable()
export class ReferencesRepository {
  /** @param ids null to follow those in use. */
  async pin(
    manager: EntityManager,
    campagneId: string,
    colonne: Epinglables['colonne'],
    ids: readonly string[] | null,
  ): Promise<void> {
    await manager.query(`UPDATE campagne SET ${colonne} = $2 WHERE id = $1`, [campagneId, ids]);
  }
}
