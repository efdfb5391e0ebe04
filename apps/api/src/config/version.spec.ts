import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findProjectRoot, readVersion } from './version.ts';

describe('readVersion', () => {
  it('reads the version of package.json, from any depth', () => {
    expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/);
    expect(readFileSync(join(findProjectRoot(), 'package.json'), 'utf8')).toContain('"name": "concordance"');
  });

  it('says where it looked when there is none', () => {
    expect(() => findProjectRoot('/')).toThrow('package.json introuvable au-dessus de /');
  });
});
