import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { SessionIssuer } from './session-issuer.ts';
import { SessionRepository } from './session.repository.ts';

/** Signs out. Doing it without a session, or twice, is no error. */
@Injectable()
export class FermerSession {
  constructor(
    private readonly issuer: SessionIssuer,
    private readonly sessions: SessionRepository,
    private readonly journal: ComptesJournal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(token: string | null): Promise<void> {
    const active = token === null ? null : await this.issuer.recognise(token);
    if (active === null) return;
    await this.sessions.revoke(active.session.tokenSha256, this.clock.now());
    await this.journal.deconnexion(active.compte);
  }
}
