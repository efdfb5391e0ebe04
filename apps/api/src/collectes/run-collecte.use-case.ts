import { Inject, Injectable } from '@nestjs/common';
import type { ConnectorProgress } from '#sources';
import { CLOCK, type Clock } from '../common/clock.ts';
import { DriftExplainer } from '../imports/drift-explainer.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { SYSTEME } from '../journal/journal-entry.ts';
import { CollecteLostError, CollecteRepository, type TakenCollecte } from './collecte.repository.ts';
import { verdictOf } from './failure.ts';
import { FetchCollecteUseCase } from './fetch-collecte.use-case.ts';
import { ForgetCollecteUseCase } from './forget-collecte.use-case.ts';
import { LandCollecteUseCase } from './land-collecte.use-case.ts';

/** How often the holder says that it is alive and where it is, and learns that it was cancelled. */
const HEARTBEAT_MS = 2_000;
/** After so long, someone looks again whether the holder of an import is still alive. */
const BUSY_MS = 15_000;
/** After something unexpected, such as a database away. */
const UNEXPECTED_MS = 30_000;
const LANDING = 'Enregistrement des instantanés';

/** Runs an import by API from where it stopped. Delivered any number of times, it takes effect once. */
@Injectable()
export class RunCollecteUseCase {
  constructor(
    private readonly collectes: CollecteRepository,
    private readonly fetch: FetchCollecteUseCase,
    private readonly land: LandCollecteUseCase,
    private readonly forget: ForgetCollecteUseCase,
    private readonly drift: DriftExplainer,
    private readonly journal: ActesJournal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param stop aborted when the process is asked to stop: the import is given back.
   * @returns when to call again; null once it has ended, well or not.
   * @throws what is not of the source (a database away): worth another try.
   */
  async execute(id: string, stop: AbortSignal): Promise<Date | null> {
    const taken = await this.collectes.take(id);
    if (taken === null) return (await this.collectes.isOver(id)) ? null : this.in(BUSY_MS);
    const lost = new AbortController();
    let progress: ConnectorProgress | null = null;
    const say = async (): Promise<void> => {
      if (!(await this.collectes.renew(taken, progress))) lost.abort(new CollecteLostError(id));
    };
    const heartbeat = setInterval(() => {
      // A beat that fails is followed by others long before the lease is over.
      say().catch(() => undefined);
    }, HEARTBEAT_MS);
    try {
      const signal = AbortSignal.any([stop, lost.signal]);
      await this.fetch.execute(taken, {
        signal,
        onProgress: (latest) => {
          progress = latest;
        },
      });
      progress = landingOf(progress);
      await say();
      await this.land.execute(taken, signal);
      await this.forget.filesOf(id);
      return null;
    } catch (error) {
      if (lost.signal.aborted || error instanceof CollecteLostError) return null;
      return await this.afterFailure(taken, error, stop);
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** Records that an import failed for good; what came is kept, and it can be taken up again. */
  async abandon(id: string, message: string, source = ''): Promise<void> {
    if (!(await this.collectes.fail(id, message))) return;
    await this.journal.note({
      type: 'collecte_echouee',
      message: `La collecte${source === '' ? '' : ` de ${source}`} a échoué : ${message}`,
      auteur: SYSTEME,
      details: { collecteId: id },
    });
  }

  private async afterFailure(taken: TakenCollecte, error: unknown, stop: AbortSignal): Promise<Date | null> {
    const essais = await this.collectes.essais(taken.id);
    if (stop.aborted) {
      const attente = this.in(0);
      await this.collectes.release(taken, { attente, essais, message: null });
      return attente;
    }
    const explained = await this.drift.explain(error);
    const verdict = verdictOf(explained, essais);
    if (verdict.kind === 'echouer') {
      await this.abandon(taken.id, verdict.message, taken.source);
      return null;
    }
    if (verdict.kind === 'inconnu') {
      const attente = this.in(UNEXPECTED_MS);
      await this.collectes.release(taken, { attente, essais, message: 'incident du service, nouvel essai' });
      throw error;
    }
    const attente = this.in(verdict.ms);
    await this.collectes.release(taken, { attente, essais: verdict.essais, message: verdict.message });
    return attente;
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}

/** All has come: what is left is to write it down. */
function landingOf(last: ConnectorProgress | null): ConnectorProgress | null {
  return last === null ? null : { ...last, etape: LANDING, resteMs: null };
}
