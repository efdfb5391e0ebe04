import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SeuilRepository {
  /** @returns the name of the campaign, null when there is none */
  async save(manager: EntityManager, campagneId: string, seuil: number | null): Promise<string | null> {
    const rows: [{ nom: string }[], number] = await manager.query(
      `UPDATE campagne SET seuil_seconde_lecture = $2 WHERE id = $1 RETURNING nom`,
      [campagneId, seuil],
    );
    return rows[0][0]?.nom ?? null;
  }
}
