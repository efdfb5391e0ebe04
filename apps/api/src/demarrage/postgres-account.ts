import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { DemarrageError } from './demarrage-error.ts';

/** The system account PostgreSQL runs under; null when it runs under ours. */
export interface SystemAccount {
  readonly uid: number;
  readonly gid: number;
}

/** True when this process is root, under which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account to run a cluster under: ours, unless we are root. Then the owner of the existing cluster, so that
 * root can use the data of the ordinary user who made them; else `postgres`, created when it is missing.
 */
export function accountFor(clusterDir: string): SystemAccount | null {
  if (!isRoot()) return null;
  const owner = ownerOf(join(clusterDir, 'PG_VERSION'));
  if (owner !== null && owner.uid !== 0) return owner;
  return lookUp('postgres') ?? createPostgresAccount() ?? missingAccount();
}

/** True when the account can walk down to `path`; `null` is ourselves, who find out by writing. */
export function canReach(account: SystemAccount | null, path: string): boolean {
  if (account === null) return true;
  const top = parse(resolve(path)).root;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (!canEnter(account, folder)) return false;
    if (folder === top) return true;
  }
}

function canEnter(account: SystemAccount, folder: string): boolean {
  try {
    const { mode, uid, gid } = statSync(folder);
    if (uid === account.uid) return (mode & 0o100) !== 0;
    if (gid === account.gid) return (mode & 0o010) !== 0;
    return (mode & 0o001) !== 0;
  } catch {
    // Not there yet: we shall create it enterable.
    return true;
  }
}

function ownerOf(file: string): SystemAccount | null {
  try {
    const { uid, gid } = statSync(file);
    return { uid, gid };
  } catch {
    return null;
  }
}

function lookUp(name: string): SystemAccount | null {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function createPostgresAccount(): SystemAccount | null {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    // BusyBox (Alpine) has adduser only.
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      const account = lookUp('postgres');
      if (account !== null) return account;
    } catch {
      // The next way, then the sentence of missingAccount.
    }
  }
  return lookUp('nobody');
}

function missingAccount(): never {
  throw new DemarrageError(
    'COMPTE_SYSTEME_ABSENT',
    "PostgreSQL refuse de tourner sous root et le compte système « postgres » n'a pu être créé : lancez Concordance sous un compte ordinaire.",
  );
}
