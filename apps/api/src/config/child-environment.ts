import type { Config } from './load-env.ts';

/** Environment of a process of ours: this one's, with the database and the folder it works on. */
export function childEnvironment(config: Config): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: config.databaseUrl.reveal(),
    ...(config.dataDir === null ? {} : { CONCORDANCE_DATA_DIR: config.dataDir }),
  };
}
