import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { RunPlanificationUseCase } from './run-planification.use-case.ts';

@Processor('run-source')
export class RunSourceProcessor extends JobProcessor<'run-source'> {
  constructor(private readonly runPlanification: RunPlanificationUseCase) {
    super('run-source');
  }

  process(job: Job): Promise<void> {
    return this.run(job, ({ planificationId, demandeId }, signal) =>
      this.runPlanification.execute(planificationId, demandeId !== null, signal),
    );
  }

  protected giveUp({ planificationId }: PayloadOf<'run-source'>, raison: string): Promise<void> {
    return this.runPlanification.abandon(planificationId, raison);
  }
}
