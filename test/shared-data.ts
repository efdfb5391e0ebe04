import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';

/** Folder of the real data, beside the checkout unless CONCORDANCE_DATA says otherwise. */
export const SHARED_DATA =
  process.env['CONCORDANCE_DATA'] ?? join(import.meta.dirname, '..', '..', 'shared', 'data');

/** A describe over the real data; where it is absent, one test says so and nothing else runs. */
export function describeWithSharedData(name: string, body: (root: string) => void): void {
  if (existsSync(SHARED_DATA)) {
    describe(name, () => {
      body(SHARED_DATA);
    });
    return;
  }
  describe(name, () => {
    it('est passé : les données réelles (../shared/data) ne sont pas sur cette machine', () => {
      process.stdout.write(`${name} : données réelles absentes (${SHARED_DATA}), tests passés.\n`);
    });
  });
}
