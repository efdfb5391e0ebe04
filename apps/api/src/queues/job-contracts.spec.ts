import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { jobContracts, QUEUE_NAMES } from './job-contracts.ts';

const SOURCES = join(import.meta.dirname, '..');

describe('job contracts', () => {
  it('have exactly one processor each', () => {
    const processors = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.processor.ts'))
      .map((file) => /@Processor\('([^']+)'/.exec(readFileSync(join(SOURCES, file), 'utf8'))?.[1]);
    expect(processors.sort()).toEqual([...QUEUE_NAMES].sort());
  });

  it('make job ids that BullMQ takes: no colon, no bare number', () => {
    const id = '3f0f2f0e-6a57-4c0e-8a52-0d1f6f2a9b11';
    const ids = [
      jobContracts['import-source'].jobId({ demandeId: id }),
      jobContracts['run-collecte'].jobId({ collecteId: id, envoi: 1 }),
      jobContracts['match-lot'].jobId({ executionId: id, numero: 3, envoi: 0 }),
      jobContracts.chiffrer.jobId({ calculId: id, envoi: 0 }),
      jobContracts['build-export'].jobId({ exportId: id }),
    ];
    for (const jobId of ids) {
      expect(jobId).toContain(id);
      expect(jobId).not.toContain(':');
      expect(jobId).not.toMatch(/^\d+$/);
    }
  });

  it('refuse a payload that is not ids', () => {
    expect(jobContracts['match-lot'].payload.safeParse({ executionId: 'x', numero: -1 }).success).toBe(false);
  });
});
