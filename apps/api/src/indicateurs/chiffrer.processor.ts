import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { CalculChiffresRepository } from './calcul-chiffres.repository.ts';
import { CalculOccupeError } from './calcul-occupe.error.ts';
import { CalculerChiffresUseCase, type CalculOutcome } from './calculer-chiffres.use-case.ts';

@Processor('chiffrer', { lockDuration: 30_000 })
export class ChiffrerProcessor extends JobProcessor<'chiffrer'> {
  constructor(
    private readonly calculer: CalculerChiffresUseCase,
    private readonly calculs: CalculChiffresRepository,
  ) {
    super('chiffrer');
  }

  process(job: Job): Promise<CalculOutcome> {
    return this.run(job, async ({ calculId }, signal) => {
      const outcome = await this.calculer.execute({ calculId, signal });
      if (outcome === 'occupe') throw new CalculOccupeError(calculId);
      return outcome;
    });
  }

  /** A computation that fails for good says so where people look; a busy one is in good hands. */
  protected giveUp({ calculId }: PayloadOf<'chiffrer'>, raison: string): Promise<void> {
    return this.calculs.fail(calculId, raison);
  }

  protected override ignores(error: Error): boolean {
    return error.name === CalculOccupeError.name;
  }
}
