import { startApi } from './api-server.ts';
import { loadEnv } from './config/load-env.ts';
import { migrate } from './database/migrate.ts';

/** The API as a process of its own, for an installation spread over several machines. */
const config = loadEnv();
await migrate(config.databaseUrl);
await startApi(config);
