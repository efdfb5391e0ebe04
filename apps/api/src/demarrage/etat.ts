import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSystemError } from './demarrage-error.ts';

/** What etat.json tells other commands, and people, of the embedded server. */
export interface EmbeddedState {
  /** Process of the server; null once it was stopped in order. */
  readonly pid: number | null;
  /** Port of the server, kept from one run to the next. */
  readonly port: number;
  /** Address of the database, without the password. */
  readonly url: string;
  /** Port of the back office while `npm start` runs; null otherwise. */
  readonly portWeb: number | null;
}

/** The state left by the last run, or null. */
export function readState(dossier: string): EmbeddedState | null {
  try {
    const state = JSON.parse(
      readFileSync(join(dossier, 'etat.json'), 'utf8'),
    ) as Partial<EmbeddedState> | null;
    if (typeof state?.port !== 'number') return null;
    return { pid: state.pid ?? null, port: state.port, url: state.url ?? '', portWeb: state.portWeb ?? null };
  } catch {
    // Absent or cut short by a kill: the state is a help, what rules is postmaster.pid.
    return null;
  }
}

/** Writes the state at once: a reader sees the old one or the new one. */
export function writeState(dossier: string, state: EmbeddedState): void {
  const file = join(dossier, 'etat.json');
  const partial = `${file}.${String(process.pid)}`;
  try {
    writeFileSync(partial, `${JSON.stringify(state, null, 2)}\n`);
    renameSync(partial, file);
  } catch (error) {
    throw fileSystemError(error, file);
  }
}
