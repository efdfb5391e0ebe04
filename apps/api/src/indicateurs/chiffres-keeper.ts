import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DemanderChiffresUseCase } from './demander-chiffres.use-case.ts';

const PERIOD_MS = 5_000;

/** In every worker, every 5 s: figures follow decisions and imports. Two of them at once do no harm. */
@Injectable()
export class ChiffresKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('chiffres');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly demander: DemanderChiffresUseCase) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() =>
        this.demander.reprendre().catch((error: unknown) => {
          this.logger.warn(`chiffres : ${error instanceof Error ? error.message : String(error)}`);
        }),
      );
    }, PERIOD_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }
}
