import { rm } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Transactions } from '../common/transactions.ts';
import { CONFIG } from '../config/config.module.ts';
import { collecteFolder } from '../config/folders.ts';
import type { Config } from '../config/load-env.ts';
import { CollecteEtapesRepository } from './collecte-etapes.repository.ts';
import { CollecteLignesRepository } from './collecte-lignes.repository.ts';
import { CollecteRepository, type TakenCollecte } from './collecte.repository.ts';

/** Forgets lines and files that wait for no snapshot any more. */
@Injectable()
export class ForgetCollecteUseCase {
  constructor(
    private readonly collectes: CollecteRepository,
    private readonly lignes: CollecteLignesRepository,
    private readonly etapes: CollecteEtapesRepository,
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The lines and files of an import that has ended; what each step answered is kept. */
  async linesOf(id: string): Promise<void> {
    await this.transactions.run((manager) => this.lignes.clear(manager, id));
    await this.filesOf(id);
  }

  /** What the ended imports of the same source have left: a new one replaces them. */
  async olderOf({ source }: TakenCollecte): Promise<void> {
    for (const id of await this.collectes.endedOf(source)) await this.linesOf(id);
  }

  /** All that an import under way has received: it starts over. */
  async everythingOf(taken: TakenCollecte): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.lignes.clear(manager, taken.id);
      await this.etapes.clear(manager, taken.id);
      await this.collectes.restart(manager, taken);
    });
  }

  async filesOf(id: string): Promise<void> {
    await rm(collecteFolder(this.config, id), { recursive: true, force: true });
  }
}
