/** What the queues module tells the health check. */
export interface QueueHealth {
  check(): Promise<{ ok: boolean; type: 'postgres' | 'redis' }>;
}

/** Injection token of the QueueHealth, provided by the queues module. */
export const QUEUE_HEALTH = Symbol('QUEUE_HEALTH');
