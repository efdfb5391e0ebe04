import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { ExecutionRepository } from './execution.repository.ts';
import { LotBusyError } from './lot-busy.error.ts';
import { MatchLotUseCase, type MatchLotOutcome } from './match-lot.use-case.ts';

@Processor('match-lot', { lockDuration: 30_000 })
export class MatchLotProcessor extends JobProcessor<'match-lot'> {
  constructor(
    private readonly matchLot: MatchLotUseCase,
    private readonly executions: ExecutionRepository,
  ) {
    super('match-lot');
  }

  process(job: Job): Promise<MatchLotOutcome> {
    return this.run(job, ({ executionId, numero }, signal) =>
      this.matchLot.execute({ executionId, numero, signal }),
    );
  }

  /** A chunk that fails for good fails its run: better said than left waiting. A busy chunk is in good hands. */
  protected giveUp({ executionId, numero }: PayloadOf<'match-lot'>, raison: string): Promise<void> {
    return this.executions.fail(executionId, `lot ${numero} : ${raison}`);
  }

  protected override ignores(error: Error): boolean {
    return error.name === LotBusyError.name;
  }
}
