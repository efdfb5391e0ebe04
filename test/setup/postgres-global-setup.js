// One embedded PostgreSQL for a whole Jest run; each spec makes its own databases in it (test/postgres.ts). Jest
// loads this file outside its transforms, hence plain JavaScript over the built server.
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/build.js';

const ROOT = join(import.meta.dirname, '..', '..');

// Several projects name this setup: the first one starts the server, the others find it up.
export default async function setup() {
  if (process.env['CONCORDANCE_TEST_POSTGRES'] !== undefined) return;
  await ensureBuilt(ROOT, { admin: false, say: (line) => process.stderr.write(`${line}\n`) });
  const { startEmbeddedPostgres } = await import('../../dist/apps/api/src/demarrage/embedded-postgres.js');
  // Not mkdtemp: it makes private folders, and as root PostgreSQL runs under another account.
  const dossier = join(tmpdir(), `concordance-test-${randomUUID()}`);
  const server = await startEmbeddedPostgres({
    dossier,
    log: () => undefined,
    // A test database does not outlive the run: no need for it to survive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  process.env['CONCORDANCE_TEST_POSTGRES'] = server.url;
  globalThis.concordanceTestServer = { server, dossier };
}
