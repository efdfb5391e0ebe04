import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import type { PayloadOf } from './job-contracts.ts';
import { JobProcessor } from './job-processor.ts';

const EXPORT = { exportId: '3f0f2f0e-6a57-4c0e-8a52-0d1f6f2a9b11' };

class EssaiProcessor extends JobProcessor<'build-export'> {
  readonly given: PayloadOf<'build-export'>[] = [];

  constructor(private readonly failing = false) {
    super('build-export');
  }

  process(job: Job): Promise<AbortSignal> {
    return this.run(job, (_, signal) => Promise.resolve(signal));
  }

  protected giveUp(payload: PayloadOf<'build-export'>): Promise<void> {
    if (this.failing) return Promise.reject(new Error('connexion perdue'));
    this.given.push(payload);
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
    expect(processor.given).toEqual([EXPORT]);
  });

  it('survive what cannot be written of a failure, or read of its job', async () => {
    await new EssaiProcessor(true).onFailed(job({ finishedOn: 1 }), error);
    await new EssaiProcessor().onFailed(job({ finishedOn: 1, data: { exportId: 7 } }), error);
    expect(logged).toHaveLength(2);
    expect(logged[0]).toBe('tâche export-1 (disque plein) : Error: connexion perdue');
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
