import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { FollowPlanificationsUseCase } from './follow-planifications.use-case.ts';

const PERIOD_MS = 60_000;

/** In every worker: at its start and each minute, gives the queue back the schedules that its store has lost. */
@Injectable()
export class PlanificationKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly follow: FollowPlanificationsUseCase) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.follow.execute();
    this.timer = setInterval(() => {
      this.running = this.follow.execute();
    }, PERIOD_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }
}
