import { existsSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { Connector, ConnectorProgress, Json, Validators } from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { CONFIG } from '../config/config.module.ts';
import { collecteFolder } from '../config/folders.ts';
import type { Config } from '../config/load-env.ts';
import { ChooseEntreeUseCase } from './choose-entree.use-case.ts';
import { CollecteEtapesRepository } from './collecte-etapes.repository.ts';
import { CollecteRepository, type TakenCollecte } from './collecte.repository.ts';
import { ConnectorAccess } from './connector-access.ts';
import { ForgetCollecteUseCase } from './forget-collecte.use-case.ts';
import { KeepEventsUseCase } from './keep-events.use-case.ts';

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ConnectorProgress) => void;
}

/** Receives all that an import by API asks for, from where it stopped. */
@Injectable()
export class FetchCollecteUseCase {
  constructor(
    private readonly collectes: CollecteRepository,
    private readonly etapes: CollecteEtapesRepository,
    private readonly access: ConnectorAccess,
    private readonly chooseEntree: ChooseEntreeUseCase,
    private readonly keepEvents: KeepEventsUseCase,
    private readonly forget: ForgetCollecteUseCase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws SourceError, RuleViolationError, ZodError: what was kept before stays. CollecteLostError. */
  async execute(taken: TakenCollecte, { signal, onProgress }: FetchOptions): Promise<void> {
    const connector = this.access.connector(taken.source);
    this.checkCredentials(connector);
    const events = connector.run({
      input: await this.entreeOf(taken),
      cursor: await this.cursorOf(taken),
      credentials: this.access.credentials(connector),
      settings: this.access.settings(connector),
      http: this.access.http(),
      folder: collecteFolder(this.config, taken.id),
      validators: await this.validatorsOf(taken.source),
      signal,
      onProgress,
    });
    await this.keepEvents.execute(taken, connector, events);
  }

  /** Every name at once, rather than one a try. */
  private checkCredentials(connector: Connector): void {
    const { manquants } = this.access.state(connector);
    if (manquants.length === 0) return;
    throw new RuleViolationError(
      'IDENTIFIANTS_MANQUANTS',
      `${connector.id} : à renseigner dans l'environnement du service : ${manquants.join(', ')}`,
    );
  }

  private async entreeOf(taken: TakenCollecte): Promise<unknown> {
    if (taken.entree !== null) return taken.entree;
    const entree = await this.chooseEntree.execute(taken.source, taken.parametres);
    await this.collectes.setEntree(taken, entree);
    return entree;
  }

  /** Null when a file that was received is no longer there: another machine had it, and it must come again. */
  private async cursorOf(taken: TakenCollecte): Promise<Json | null> {
    if (taken.curseur === null) {
      await this.forget.olderOf(taken);
      return null;
    }
    const files = await this.etapes.files(taken);
    if (files.every(({ path }) => existsSync(path))) return taken.curseur;
    await this.forget.everythingOf(taken);
    return null;
  }

  private async validatorsOf(source: string): Promise<Record<string, Validators>> {
    const answers = await this.etapes.lastAnswers(source);
    return Object.fromEntries(
      answers.flatMap(({ etape, validateurs }) => (validateurs === null ? [] : [[etape, validateurs]])),
    );
  }
}
