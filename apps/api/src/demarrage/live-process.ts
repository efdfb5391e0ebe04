import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time as the kernel counts it; empty where the system does not say. */
  readonly debut: string;
}

/** Identity of a process; the current one by default. */
export function processIdentity(pid: number = process.pid): ProcessIdentity {
  return { pid, debut: startTime(pid) };
}

/** True while that very process lives: same number and, where known, same start time. */
export function isAlive(identity: ProcessIdentity): boolean {
  if (!pidExists(identity.pid)) return false;
  return identity.debut === '' || startTime(identity.pid) === identity.debut;
}

/** True when some process has this number, whoever owns it; a zombie is dead. */
export function pidExists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return procStat(pid)?.state !== 'Z';
}

/** The command line of a live process, or null when the system does not tell. */
export function commandLine(pid: number): string | null {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
      .split('\0')
      .join(' ')
      .trim();
  } catch {
    // No /proc (macOS): ps answers the same question.
  }
  if (process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

function startTime(pid: number): string {
  return procStat(pid)?.startTime ?? '';
}

function procStat(pid: number): { state: string; startTime: string } | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The command, in parentheses, may itself hold spaces: fields are counted after the last ')'.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
  } catch {
    return null;
  }
}
