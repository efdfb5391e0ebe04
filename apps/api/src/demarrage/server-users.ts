import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSystemError, systemErrorCode } from './demarrage-error.ts';
import { isAlive, processIdentity, type ProcessIdentity } from './live-process.ts';

/**
 * The processes that use the embedded server of a data directory: one file a use. The last one to leave stops
 * the server, so a command that started it may end before the `npm start` that came meanwhile.
 */
const FOLDER = 'utilisateurs';

let uses = 0;

/** Counts one use by this process; returns the name to leave with. */
export function joinServer(dossier: string): string {
  const folder = join(dossier, FOLDER);
  uses += 1;
  const name = `${String(process.pid)}-${String(uses)}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(processIdentity()));
  } catch (error) {
    throw fileSystemError(error, folder);
  }
  return name;
}

/** Ends one use; those of killed processes end too. Returns how many living uses are left. */
export function leaveServer(dossier: string, name: string): number {
  rmSync(join(dossier, FOLDER, name), { force: true });
  return livingUsers(dossier).length;
}

function livingUsers(dossier: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(dossier, FOLDER));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw fileSystemError(error, dossier);
  }
  return names.filter((name) => {
    const file = join(dossier, FOLDER, name);
    const identity = readIdentity(file);
    if (identity !== null && isAlive(identity)) return true;
    rmSync(file, { force: true });
    return false;
  });
}

function readIdentity(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}
