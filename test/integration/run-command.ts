import { runCli } from '../../apps/api/src/cli/main.ts';
import { CapturedTerminal } from '../captured-terminal.ts';
import type { Installation } from './installation.ts';

/** What a command has said, and its exit code. */
export interface CommandSaid {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `concordance` with these arguments, as a shell would. */
export async function concordance(...args: string[]): Promise<CommandSaid> {
  const terminal = new CapturedTerminal();
  const code = await runCli(args, terminal);
  return { code, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
}

/** The same, on the database and in the folder of an installation. */
export async function concordanceOn(
  { config, folder }: Pick<Installation, 'config' | 'folder'>,
  ...args: string[]
): Promise<CommandSaid> {
  const environment = { ...process.env };
  process.env['DATABASE_URL'] = config.databaseUrl.reveal();
  process.env['CONCORDANCE_DATA_DIR'] = folder;
  try {
    return await concordance(...args);
  } finally {
    process.env = environment;
  }
}
