import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { JobProcessor } from '../queues/job-processor.ts';
import { ControlerFormationsUseCase, type BilanControle } from './controler-formations.use-case.ts';

@Processor('controler-formations', { lockDuration: 60_000 })
export class ControlerFormationsProcessor extends JobProcessor<'controler-formations'> {
  constructor(private readonly controler: ControlerFormationsUseCase) {
    super('controler-formations');
  }

  process(job: Job): Promise<BilanControle> {
    return this.run(job, ({ executionId }, signal) => this.controler.execute(executionId, signal));
  }

  protected giveUp(): void {
    // Nothing to write: the reaper asks again for the checks of a run that is behind.
  }
}
