import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LotRepository } from '../appariements/lot.repository.ts';
import { CollecteRepository } from '../collectes/collecte.repository.ts';
import { DemanderControles } from '../etablissements/demander-controles.ts';
import { ExportRepository } from '../exports/export.repository.ts';
import { DemandeImportRepository } from '../imports/demande-import.repository.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { OuvertureFileRepository } from '../review/ouverture-file.repository.ts';

const PERIOD_MS = 5_000;

/**
 * Heals what a crash leaves behind: jobs asked for but never sent, chunks whose worker died, chunks, openings of queues,
 * imports and exports whose job was lost with the queue's store; and asks for the checks of runs that are behind. Runs in
 * every worker; two of them at once do no harm.
 */
@Injectable()
export class Reaper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('reprise');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly lots: LotRepository,
    private readonly ouvertures: OuvertureFileRepository,
    private readonly demandes: DemandeImportRepository,
    private readonly controles: DemanderControles,
    private readonly collectes: CollecteRepository,
    private readonly exports: ExportRepository,
    private readonly jobs: JobDispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep().catch((error: unknown) => {
        this.logger.warn(`reprise : ${error instanceof Error ? error.message : String(error)}`);
      });
    }, PERIOD_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** One pass: sends again what is lost. A job that is only waiting its turn keeps its id, and its place. */
  async sweep(): Promise<void> {
    const lost = await this.jobs.run(async (manager, ask) => {
      const lots = await this.lots.reclaimSilent(manager);
      const ouvertures = await this.ouvertures.reclaimSilent(manager);
      const demandes = await this.demandes.reclaimSilent(manager);
      const collectes = await this.collectes.reclaimSilent(manager);
      const exports = await this.exports.reclaimSilent(manager);
      await ask('match-lot', lots);
      await ask('ouvrir-file', ouvertures);
      await ask('controler-formations', await this.controles.reclaim(manager));
      await ask(
        'import-source',
        demandes.map((demandeId) => ({ demandeId })),
      );
      await ask('run-collecte', collectes);
      await ask(
        'build-export',
        exports.map((exportId) => ({ exportId })),
      );
      return lots.length + ouvertures.length + demandes.length + collectes.length + exports.length;
    });
    if (lost > 0) this.logger.log(`${lost} travaux sans nouvelles renvoyés aux travailleurs`);
  }
}
