import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { TooManyAttemptsError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { countAttempt, PER_IDENTIFIER, remainingWaitMs } from './lockout-policy.ts';
import { TentativeConnexionRepository } from './tentative-connexion.repository.ts';

const KEEP_MS = 48 * 3_600_000;

/** Slows down whoever guesses passwords, the same way for every identifier, existing or not. */
@Injectable()
export class AttemptLimiter {
  constructor(
    private readonly tentatives: TentativeConnexionRepository,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Counts one attempt, before its password is checked.
   * @returns whether this attempt, if it fails, locks the key.
   * @throws TooManyAttemptsError while the key is locked; the attempt is then not counted.
   */
  async reserve(subject: string, policy = PER_IDENTIFIER): Promise<{ locks: boolean }> {
    const key = keyOf(subject);
    const now = this.clock.now();
    // Decided inside the transaction, thrown outside: a refusal has nothing to roll back.
    const { waitMs, locks } = await this.transactions.run(async (manager) => {
      const state = await this.tentatives.lock(key, now, manager);
      const waiting = remainingWaitMs(state, now);
      if (waiting > 0) return { waitMs: waiting, locks: true };
      const next = countAttempt(state, now, policy);
      await this.tentatives.save(key, next, manager);
      return { waitMs: 0, locks: next.bloqueJusquA !== null };
    });
    if (waitMs > 0) throw tooMany(waitMs);
    return { locks };
  }

  /** The attempt was right, but says nothing of the others that share the key: only itself is uncounted. */
  async giveBack(subject: string): Promise<void> {
    await this.tentatives.giveBack(keyOf(subject));
  }

  /** The attempt was right, or an administrator has reset the password. */
  async forget(subject: string): Promise<void> {
    await this.tentatives.forget(keyOf(subject));
    await this.tentatives.purge(new Date(this.clock.now().getTime() - KEEP_MS));
  }
}

function keyOf(subject: string): string {
  return createHash('sha256').update(subject).digest('hex');
}

function tooMany(waitMs: number): TooManyAttemptsError {
  const seconds = Math.ceil(waitMs / 1000);
  const minutes = Math.ceil(seconds / 60);
  const delay = minutes > 1 ? `${minutes} minutes` : 'une minute';
  return new TooManyAttemptsError(
    'TROP_DE_TENTATIVES',
    `Trop de tentatives infructueuses : réessayez dans ${delay}.`,
    seconds,
  );
}
