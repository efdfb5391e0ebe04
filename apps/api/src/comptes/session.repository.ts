import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { CompteEntity } from '../database/entities/compte.entity.ts';
import { SessionEntity } from '../database/entities/session.entity.ts';

/** A session that opens, with the account as it is now. */
export interface ActiveSession {
  readonly session: SessionEntity;
  readonly compte: CompteEntity;
}

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(session: SessionEntity, manager?: EntityManager): Promise<void> {
    await this.#repository(manager).insert(session);
  }

  /** The session, unless it is revoked, expired, or its account is inactive. */
  async findActive(tokenSha256: string, now: Date): Promise<ActiveSession | null> {
    const session = await this.#repository().findOneBy({ tokenSha256, revokedAt: IsNull() });
    if (session === null || session.expiresAt.getTime() <= now.getTime()) return null;
    const compte = await this.dataSource
      .getRepository(CompteEntity)
      .findOneBy({ id: session.compteId, actif: true });
    return compte === null ? null : { session, compte };
  }

  async extend(tokenSha256: string, expiresAt: Date): Promise<void> {
    await this.#repository().update({ tokenSha256, revokedAt: IsNull() }, { expiresAt });
  }

  async revoke(tokenSha256: string, now: Date, manager?: EntityManager): Promise<void> {
    await this.#repository(manager).update({ tokenSha256, revokedAt: IsNull() }, { revokedAt: now });
  }

  /** Closes the sessions of an account, all of them or all but one. */
  async revokeAll(compteId: string, now: Date, manager: EntityManager, except?: string): Promise<void> {
    const others = except === undefined ? {} : { tokenSha256: Not(except) };
    await this.#repository(manager).update({ compteId, revokedAt: IsNull(), ...others }, { revokedAt: now });
  }

  async purge(before: Date): Promise<void> {
    await this.#repository().delete({ expiresAt: LessThan(before) });
  }

  #repository(manager: EntityManager = this.dataSource.manager) {
    return manager.getRepository(SessionEntity);
  }
}
