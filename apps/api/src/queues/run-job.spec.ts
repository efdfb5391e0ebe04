import { describe, expect, it } from '@jest/globals';
import { UnrecoverableError } from 'bullmq';
import { SourceFormatError, SourceUnavailableError } from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { runJob } from './run-job.ts';

const job = { data: { exportId: '3f0f2f0e-6a57-4c0e-8a52-0d1f6f2a9b11' } };
const failing = (error: Error): Promise<unknown> => runJob('build-export', job, () => Promise.reject(error));

describe('runJob', () => {
  it('gives the parsed payload to the work and its result to the queue', async () => {
    await expect(runJob('build-export', job, ({ exportId }) => Promise.resolve(exportId))).resolves.toBe(
      job.data.exportId,
    );
  });

  it.each([
    [
      'a payload that breaks its contract',
      () => runJob('build-export', { data: {} }, () => Promise.resolve(1)),
    ],
    ['a refusal of the domain', () => failing(new RuleViolationError('X', 'non'))],
    ['a file that will never be readable', () => failing(new SourceFormatError('non', { source: 'n_mef' }))],
  ])('never tries again after %s', async (_, run) => {
    await expect(run()).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it.each([
    ['a source that is away', new SourceUnavailableError('non', { source: 'bcn' })],
    ['anything unexpected', new Error('connexion perdue')],
  ])('lets the queue try again after %s', async (_, error) => {
    await expect(failing(error)).rejects.toBe(error);
  });
});
