import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { LotRepository } from './lot.repository.ts';

const PERIOD_MS = 5_000;

/**
 * Heals what a crash leaves behind: jobs asked for but never sent, chunks whose worker died, chunks whose job was
 * lost with the queue's store. Runs in every worker; two of them at once do no harm.
 */
@Injectable()
export class Reaper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('reprise');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly lots: LotRepository,
    private readonly jobs: JobDispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep().catch((error: unknown) => {
        this.logger.warn(`reprise : ${error instanceof Error ? error.message : String(error)}`);
      });
    }, PERIOD_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** One pass: sends again what is lost. */
  async sweep(): Promise<void> {
    const lost = await this.jobs.run(async (manager, ask) => {
      const lots = await this.lots.reclaimSilent(manager);
      if (lots.length > 0) await ask('match-lot', lots);
      return lots.length;
    });
    if (lost > 0) this.logger.log(`${lost} lot(s) sans nouvelles renvoyé(s) aux travailleurs`);
  }
}
