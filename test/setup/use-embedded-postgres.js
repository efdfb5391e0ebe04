// A command that uses the embedded server, for tests that kill it: prints one JSON line, then does as told on
// stdin (`stop`), or waits to be killed. Arguments: data directory.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/apps/api/src/demarrage/embedded-postgres.js';

const said = [];
try {
  const server = await startEmbeddedPostgres({ dossier: process.argv[2], log: (line) => said.push(line) });
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS passage (id serial PRIMARY KEY, pid integer NOT NULL)');
  await client.query('INSERT INTO passage (pid) VALUES ($1)', [process.pid]);
  const { rows } = await client.query('SELECT count(*)::integer AS passages FROM passage');
  await client.end();
  const { joined, port } = server;
  process.stdout.write(`${JSON.stringify({ joined, port, passages: rows[0].passages, said })}\n`);
  createInterface({ input: process.stdin }).on('line', async () => {
    await server.stop();
    process.exit(0);
  });
} catch (error) {
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`);
  process.exit(1);
}
