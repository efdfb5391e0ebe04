import { Inject, Injectable } from '@nestjs/common';
import { QUEUE_HEALTH, type QueueHealth } from '../common/queue-health.ts';
import { readVersion } from '../config/version.ts';
import { BaseSante } from './base-sante.repository.ts';
import type { SanteDto } from './sante.schema.ts';
import { withTimeout } from './with-timeout.ts';

const TIMEOUT_MS = 2_000;

/** Whether this process can do its work: database, migrations, queue. Never throws: a failed check is an answer. */
@Injectable()
export class VerifierSante {
  readonly #version = readVersion();
  #running: Promise<SanteDto> | null = null;

  constructor(
    private readonly base: BaseSante,
    @Inject(QUEUE_HEALTH) private readonly queue: QueueHealth,
  ) {}

  /** The route is public: calls made at the same time share one check. */
  execute(): Promise<SanteDto> {
    this.#running ??= this.#check().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #check(): Promise<SanteDto> {
    const [baseOk, enAttente, file] = await Promise.all([
      withTimeout(
        this.base.ping().then(() => true),
        TIMEOUT_MS,
        false,
      ),
      withTimeout(this.base.countPendingMigrations(), TIMEOUT_MS, null),
      withTimeout(this.queue.check(), TIMEOUT_MS, { ok: false, type: null }),
    ]);
    const ok = baseOk && enAttente === 0 && file.ok;
    return {
      statut: ok ? 'ok' : 'degrade',
      base: { ok: baseOk },
      file,
      migrations: { ok: enAttente === 0, enAttente },
      version: this.#version,
    };
  }
}
