import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import { RuleViolationError } from '../common/domain-errors.ts';
import type { PayloadOf } from './job-contracts.ts';
import { JobProcessor } from './job-processor.ts';
import { FinalFailure } from './run-job.ts';

const EXPORT = { exportId: '3f0f2f0e-6a57-4c0e-8a52-0d1f6f2a9b11' };

class EssaiProcessor extends JobProcessor<'build-export'> {
  readonly given: [payload: PayloadOf<'build-export'>, raison: string][] = [];

  constructor(private readonly failing = false) {
    super('build-export');
  }

  process(job: Job): Promise<AbortSignal> {
    return this.run(job, (_, signal) => Promise.resolve(signal));
  }

  protected giveUp(payload: PayloadOf<'build-export'>, raison: string): Promise<void> {
    if (this.failing) return Promise.reject(new Error('connexion perdue'));
    this.given.push([payload, raison]);
    return Promise.resolve();
  }
}

const job = (more: object): Job => ({ id: 'export-1', data: EXPORT, ...more }) as unknown as Job;
const error = new Error('disque plein');

describe('the processors of all queues', () => {
  const logged: string[] = [];

  beforeEach(() => {
    logged.length = 0;
    const note = (message: string): void => void logged.push(message);
    Logger.overrideLogger({ log: note, warn: note, error: note });
  });
  afterEach(() => Logger.overrideLogger(false));

  it('give up a job that failed for good, and none that will be tried again', async () => {
    const processor = new EssaiProcessor();
    await processor.onFailed(job({}), error);
    await processor.onFailed(undefined, error);
    expect(processor.given).toEqual([]);
    await processor.onFailed(job({ finishedOn: 1 }), error);
    expect(processor.given.map(([payload]) => payload)).toEqual([EXPORT]);
  });

  it('say why: in the words of the refusal, or that it was not foreseen, and never a secret', async () => {
    const processor = new EssaiProcessor();
    for (const one of [
      new RuleViolationError('RIEN', 'rien à exporter'),
      new FinalFailure('la campagne n’a pas d’exécution'),
      new UnrecoverableError('job stalled more than allowable limit'),
      new Error('connect ECONNREFUSED postgres://concordance:secret@db/concordance'),
    ]) {
      await processor.onFailed(job({ finishedOn: 1 }), one);
    }
    expect(processor.given.map(([, raison]) => raison)).toEqual([
      'rien à exporter',
      'la campagne n’a pas d’exécution',
      'erreur imprévue, à chercher dans les journaux : job stalled more than allowable limit',
      'erreur imprévue, à chercher dans les journaux : connect ECONNREFUSED postgres://[secret]@db/concordance',
    ]);
  });

  it('survive what cannot be written of a failure, or read of its job', async () => {
    await new EssaiProcessor(true).onFailed(job({ finishedOn: 1 }), error);
    await new EssaiProcessor().onFailed(job({ finishedOn: 1, data: { exportId: 7 } }), error);
    expect(logged).toHaveLength(4);
    expect(logged[0]).toContain('export-1 : Error: disque plein');
    expect(logged[1]).toBe('export-1 : Error: connexion perdue');
  });

  it('leave alone what someone else has in hand', async () => {
    class Busy extends EssaiProcessor {
      protected override ignores({ message }: Error): boolean {
        return message === 'pris ailleurs';
      }
    }
    const processor = new Busy();
    await processor.onFailed(job({ finishedOn: 1 }), new Error('pris ailleurs'));
    expect([processor.given, logged]).toEqual([[], []]);
    await processor.onFailed(job({ finishedOn: 1 }), error);
    expect(processor.given).toHaveLength(1);
  });

  it('refuse a payload that breaks its contract, without another try', async () => {
    await expect(new EssaiProcessor().process(job({ data: {} }))).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it('ask the work under way to stop with the service', async () => {
    const processor = new EssaiProcessor();
    const signal = await processor.process(job({}));
    expect(signal.aborted).toBe(false);
    processor.beforeApplicationShutdown();
    expect(signal.reason).toEqual(new Error('arrêt du service'));
  });
});
