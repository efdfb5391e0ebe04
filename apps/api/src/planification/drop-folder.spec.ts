import { describe, expect, it } from '@jest/globals';
import { isBelowDropFolder } from './drop-folder.ts';

describe('isBelowDropFolder', () => {
  it.each(['bcn', 'bcn/n_mef.csv', './bcn', 'a/../b', '..bcn'])('takes %s', (chemin) => {
    expect(isBelowDropFolder(chemin)).toBe(true);
  });

  it.each(['', '/etc/passwd', '..', '../autre', 'bcn/../../autre', 'a\0b'])('refuses %j', (chemin) => {
    expect(isBelowDropFolder(chemin)).toBe(false);
  });
});
