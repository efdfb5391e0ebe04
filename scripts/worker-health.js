// Health of a worker's container: the database it works on answers from there. A worker that crashed has no
// container left to check, and its chunks are taken back by the others.
import pg from 'pg';

const client = new pg.Client({
  connectionString: process.env['DATABASE_URL'],
  connectionTimeoutMillis: 5_000,
});
try {
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
