import { Injectable, Logger } from '@nestjs/common';
import { JobSchedules } from '../queues/job-schedules.ts';
import { PlanificationRepository } from './planification.repository.ts';

/** Makes the queue follow the schedules of the database. */
@Injectable()
export class FollowPlanificationsUseCase {
  private readonly logger = new Logger('planification');

  constructor(
    private readonly planifications: PlanificationRepository,
    private readonly schedules: JobSchedules,
  ) {}

  /** Never fails: a queue that is away now is made to follow at the next pass of any worker. */
  async execute(): Promise<void> {
    try {
      const changed = await this.schedules.reconcile(await this.planifications.active());
      if (changed > 0) this.logger.log(`${changed} planification(s) mises à jour dans la file`);
    } catch (error) {
      this.logger.warn(`planifications : ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
