import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RefreshCouvertureUseCase } from './refresh-couverture.use-case.ts';

const PERIOD_MS = 10_000;

/** In every worker: draws again the reports whose figures or rules have changed, so that a page finds them ready. */
@Injectable()
export class CouvertureKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('couverture');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(private readonly refresh: RefreshCouvertureUseCase) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.sweep();
    }, PERIOD_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  private async sweep(): Promise<void> {
    try {
      const drawn = await this.refresh.ensureWatched();
      if (drawn > 0) this.logger.log(`${drawn} rapports de couverture refaits`);
    } catch (error) {
      this.logger.warn(`couverture : ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.running = null;
    }
  }
}
