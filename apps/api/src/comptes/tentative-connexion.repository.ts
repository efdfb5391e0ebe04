import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { TentativeConnexionEntity } from '../database/entities/tentative-connexion.entity.ts';
import type { AttemptState } from './lockout-policy.ts';

@Injectable()
export class TentativeConnexionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The state of a key, locked until the transaction of `manager` ends: two attempts never read the same count. */
  async lock(cleSha256: string, now: Date, manager: EntityManager): Promise<AttemptState> {
    const repository = manager.getRepository(TentativeConnexionEntity);
    await repository
      .createQueryBuilder()
      .insert()
      .values({ cleSha256, echecs: 0, derniereAt: now, bloqueJusquA: null })
      .orIgnore()
      .execute();
    return repository.findOneOrFail({ where: { cleSha256 }, lock: { mode: 'pessimistic_write' } });
  }

  async save(cleSha256: string, state: AttemptState, manager: EntityManager): Promise<void> {
    const { echecs, derniereAt, bloqueJusquA } = state;
    await manager
      .getRepository(TentativeConnexionEntity)
      .update({ cleSha256 }, { echecs, derniereAt, bloqueJusquA });
  }

  async forget(cleSha256: string): Promise<void> {
    await this.dataSource.getRepository(TentativeConnexionEntity).delete({ cleSha256 });
  }

  async purge(before: Date): Promise<void> {
    await this.dataSource.getRepository(TentativeConnexionEntity).delete({ derniereAt: LessThan(before) });
  }
}
