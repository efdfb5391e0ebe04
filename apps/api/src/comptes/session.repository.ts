import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { CompteEntity } from '../database/entities/compte.entity.ts';
import { SessionEntity } from '../database/entities/session.entity.ts';
import { prepared } from '../database/prepared.ts';

/** A session that opens, with the account as it is now. */
export interface ActiveSession {
  readonly session: SessionEntity;
  readonly compte: CompteEntity;
}

type SessionRow = CompteEntity & {
  readonly compte_id: string;
  readonly session_created_at: Date;
  readonly expires_at: Date;
};

const ACTIVE = `SELECT s.compte_id, s.created_at AS session_created_at, s.expires_at, c.id, c.identifiant, c.nom, c.role,
    c.academies, c.mot_de_passe_hash AS "motDePasseHash", c.doit_changer AS "doitChanger", c.actif,
    c.created_at AS "createdAt", c.derniere_connexion_at AS "derniereConnexionAt"
  FROM session s JOIN compte c ON c.id = s.compte_id AND c.actif
  WHERE s.token_sha256 = $1 AND s.revoked_at IS NULL AND s.expires_at > $2`;

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(session: SessionEntity, manager?: EntityManager): Promise<void> {
    await this.#repository(manager).insert(session);
  }

  /** The session, unless it is revoked, expired, or its account is inactive: one question, asked at each request. */
  async findActive(tokenSha256: string, now: Date): Promise<ActiveSession | null> {
    const [row] = await prepared<SessionRow>(this.dataSource, ACTIVE, [tokenSha256, now]);
    if (row === undefined) return null;
    const { compte_id, session_created_at, expires_at, ...compte } = row;
    const session = { compteId: compte_id, createdAt: session_created_at, expiresAt: expires_at };
    return { session: { ...session, tokenSha256, revokedAt: null }, compte };
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
