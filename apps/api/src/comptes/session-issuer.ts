import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock.ts';
import { RANDOM, type RandomSource } from '../common/random-source.ts';
import { SessionRepository, type ActiveSession } from './session.repository.ts';
import { createSessionToken, hashSessionToken, type SessionToken } from './session-token.ts';

/** A session lives 12 hours after its last use. */
export const SESSION_DURATION_MS = 12 * 3_600_000;
/** Pushed back at most once in this time: reading a list must not write a row each time. */
const EXTEND_EVERY_MS = 10 * 60_000;
/** Closed sessions stay a while, to be able to say what happened. */
const KEEP_MS = 30 * 24 * 3_600_000;

/** Opens sessions and recognises them. */
@Injectable()
export class SessionIssuer {
  constructor(
    private readonly sessions: SessionRepository,
    @Inject(RANDOM) private readonly random: RandomSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token to give to the browser: it cannot be read again. */
  async open(compteId: string, manager: EntityManager): Promise<SessionToken> {
    const now = this.clock.now();
    const token = createSessionToken(this.random);
    const expiresAt = new Date(now.getTime() + SESSION_DURATION_MS);
    await this.sessions.insert(
      { tokenSha256: token.sha256, compteId, createdAt: now, expiresAt, revokedAt: null },
      manager,
    );
    return token;
  }

  /** The session of a token, and whether its end was pushed back (the cookie must then follow). */
  async recognise(token: string): Promise<(ActiveSession & { extended: boolean }) | null> {
    const sha256 = hashSessionToken(token);
    if (sha256 === null) return null;
    const now = this.clock.now();
    const active = await this.sessions.findActive(sha256, now);
    if (active === null) return null;
    const expiresAt = new Date(now.getTime() + SESSION_DURATION_MS);
    const extended = expiresAt.getTime() - active.session.expiresAt.getTime() >= EXTEND_EVERY_MS;
    if (extended) await this.sessions.extend(sha256, expiresAt);
    return { ...active, extended };
  }

  /** Removes the sessions that ended long ago. */
  async purge(): Promise<void> {
    await this.sessions.purge(new Date(this.clock.now().getTime() - KEEP_MS));
  }
}
