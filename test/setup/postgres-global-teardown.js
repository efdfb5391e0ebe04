import { rm } from 'node:fs/promises';

// Named by several projects like the setup: the first call ends the server, the others find nothing to do.
export default async function teardown() {
  const started = globalThis.concordanceTestServer;
  if (started === undefined) return;
  globalThis.concordanceTestServer = undefined;
  delete process.env['CONCORDANCE_TEST_POSTGRES'];
  await started.server.stop();
  await rm(started.dossier, { recursive: true, force: true });
}
