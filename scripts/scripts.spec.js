import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isInstalled } from './install.js';
import { nodeVersionProblem } from './node-version.js';
import { closingLine, summarise } from './test-summary.js';

describe('nodeVersionProblem', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('accepts %s', (version) => {
    expect(nodeVersionProblem(version)).toBeNull();
  });

  it.each(['v20.18.3', 'v18.20.0', 'v12.22.0'])('refuses %s in one sentence', (version) => {
    expect(nodeVersionProblem(version)).toContain(version.slice(1));
  });
});

describe('isInstalled', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'concordance-install-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const lock = (packages) => JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } });
  const write = (name, packages) => {
    writeFileSync(join(root, name), lock(packages));
  };

  it('is false before the first install', () => {
    write('package-lock.json', {});
    expect(isInstalled(root)).toBe(false);
  });

  it('is false once the lock file asks for another version or package', () => {
    write('package-lock.json', { 'node_modules/pg': { version: '8.1.0' } });
    write('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.0.0' } });
    expect(isInstalled(root)).toBe(false);
    write('node_modules/.package-lock.json', {});
    expect(isInstalled(root)).toBe(false);
  });

  it("is true when only other platforms' packages are absent", () => {
    write('package-lock.json', {
      'node_modules/pg': { version: '8.1.0' },
      'node_modules/other-os': { version: '1.0.0', optional: true },
    });
    write('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.1.0' } });
    expect(isInstalled(root)).toBe(true);
  });
});

describe('the closing line of npm test', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { assertionResults: [{ status: 'passed', title: 'est passé : les données réelles manquent' }] },
      { assertionResults: [{ status: 'passed', title: 'answers' }] },
    ],
  };

  it('counts a file that cannot be loaded as a failure, and a passed-over test as skipped', () => {
    expect(summarise(report)).toEqual({ passed: 3, failed: 2, skipped: 1 });
    expect(closingLine(summarise(report))).toBe('3 passed, 2 failed, 1 skipped');
  });

  it('has no third count when nothing was skipped', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });
});
