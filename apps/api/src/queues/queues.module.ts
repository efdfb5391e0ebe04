import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { QUEUE_HEALTH } from '../common/queue-health.ts';
import type { Config } from '../config/load-env.ts';
import { QUEUE_NAMES } from './job-contracts.ts';
import { JobDispatcher } from './job-dispatcher.ts';
import { JobSchedules } from './job-schedules.ts';
import { JobPublisher, QUEUES, type Queues } from './job-publisher.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { queueRootOptions } from './queue-backend.ts';

const logger = new Logger('queues');

/** The queues, with what sends to them. Processors live with their feature. */
@Global()
@Module({})
export class QueuesModule {
  static forRoot(config: Config): DynamicModule {
    const queues = BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name })));
    return {
      module: QueuesModule,
      imports: [BullModule.forRoot(queueRootOptions(config)), queues],
      providers: [
        {
          provide: QUEUES,
          inject: QUEUE_NAMES.map((name) => getQueueToken(name)),
          useFactory: (...instances: Queue[]): Queues => byName(instances),
        },
        OutboxRepository,
        JobPublisher,
        JobDispatcher,
        JobSchedules,
        { provide: QUEUE_HEALTH, useExisting: JobPublisher },
      ],
      exports: [queues, QUEUES, JobPublisher, JobDispatcher, JobSchedules, QUEUE_HEALTH],
    };
  }
}

function byName(instances: readonly Queue[]): Queues {
  const queues = new Map<(typeof QUEUE_NAMES)[number], Queue>();
  for (const [index, name] of QUEUE_NAMES.entries()) {
    const queue = instances[index];
    if (queue === undefined) throw new Error(`queue ${name} is not registered`);
    // Without a listener, a lost connection would end the process; BullMQ reconnects by itself.
    queue.on('error', (error) => {
      logger.warn(`file ${name} : ${error.message}`);
    });
    queues.set(name, queue);
  }
  return queues;
}
