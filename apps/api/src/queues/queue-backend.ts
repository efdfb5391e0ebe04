import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import type { BullRootModuleOptions } from '@nestjs/bullmq';
import type { Config } from '../config/load-env.ts';

export type QueueBackendType = 'postgres' | 'redis';

export const queueBackendType = (config: Config): QueueBackendType =>
  config.redisUrl === null ? 'postgres' : 'redis';

/**
 * Chooses where BullMQ keeps its jobs: Redis when there is one, else the same PostgreSQL, in a schema of its own.
 * The choice is one for the process, because BullMQ's default backend is.
 */
export function queueRootOptions(config: Config): BullRootModuleOptions {
  if (config.redisUrl !== null) {
    setDefaultBackendFactory(createRedisBackend);
    // A worker must wait for Redis to come back for as long as it takes.
    return { connection: { url: config.redisUrl.reveal(), maxRetriesPerRequest: null } };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const connection = {
    connectionString: config.databaseUrl.reveal(),
    schema: config.queueSchema,
    migrate: true,
    max: 5,
  };
  return { connection };
}
