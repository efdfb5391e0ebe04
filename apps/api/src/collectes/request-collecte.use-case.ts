import { Inject, Injectable } from '@nestjs/common';
import { ZodError } from 'zod';
import type { Connector } from '#sources';
import { ConflictError, NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { CollecteRepository } from './collecte.repository.ts';
import { ConnectorAccess } from './connector-access.ts';
import { ForgetCollecteUseCase } from './forget-collecte.use-case.ts';

export interface RequestCollecteCommand {
  readonly source: string;
  /** What to ask the source for, as its connector reads it; the rest is chosen at the start. */
  readonly parametres: Readonly<Record<string, unknown>>;
  readonly planificationId?: string;
  readonly auteur: JournalAuteur;
  /** True when the caller runs it itself (the command line): no job is sent. */
  readonly surPlace?: boolean;
}

/** Asks for an import by API, takes up again one that failed, cancels one. */
@Injectable()
export class RequestCollecteUseCase {
  constructor(
    private readonly collectes: CollecteRepository,
    private readonly access: ConnectorAccess,
    private readonly forget: ForgetCollecteUseCase,
    private readonly jobs: JobDispatcher,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /**
   * @returns the id of the import to follow.
   * @throws RuleViolationError for a source without API or parameters it does not read; ConflictError while another
   * import of this source is under way.
   */
  async execute({
    source,
    parametres,
    planificationId,
    auteur,
    surPlace,
  }: RequestCollecteCommand): Promise<string> {
    this.check(source, parametres);
    const id = this.ids.uuid();
    await this.jobs.run(async (manager, ask) => {
      const inserted = await this.collectes.insert(manager, {
        id,
        source,
        parametres,
        planificationId: planificationId ?? null,
        auteur: auteur.nom,
      });
      if (!inserted) {
        throw new ConflictError('COLLECTE_EN_COURS', `une collecte de ${source} est déjà en cours`);
      }
      if (surPlace !== true) await ask('run-collecte', [{ collecteId: id, envoi: 0 }]);
      await this.journal.note(
        {
          type: 'collecte_demandee',
          message: `${auteur.nom} a lancé la collecte de ${source}`,
          auteur,
          details: { collecteId: id, source, parametres: Object.keys(parametres) },
        },
        manager,
      );
    });
    return id;
  }

  /** @throws RuleViolationError when it did not fail, or a newer one has replaced it. */
  async resume(id: string, auteur: JournalAuteur): Promise<void> {
    await this.jobs.run(async (manager, ask) => {
      const envoi = await this.collectes.resume(manager, id);
      if (envoi === null) {
        throw new RuleViolationError(
          'REPRISE_IMPOSSIBLE',
          'cette collecte ne peut pas être reprise : elle n’a pas échoué, ou une plus récente la remplace',
        );
      }
      await ask('run-collecte', [{ collecteId: id, envoi }]);
      await this.journal.note(
        {
          type: 'collecte_reprise',
          message: `${auteur.nom} a repris une collecte`,
          auteur,
          details: { collecteId: id },
        },
        manager,
      );
    });
  }

  /** Stops an import under way; what it received is forgotten. @throws NotFoundError when it has ended. */
  async cancel(id: string, auteur: JournalAuteur): Promise<void> {
    if (!(await this.collectes.cancel(id, `annulée par ${auteur.nom}`))) {
      throw new NotFoundError('COLLECTE_TERMINEE', 'cette collecte est inconnue ou déjà finie');
    }
    await this.journal.note({
      type: 'collecte_annulee',
      message: `${auteur.nom} a annulé une collecte`,
      auteur,
      details: { collecteId: id },
    });
    await this.forget.linesOf(id);
  }

  /** @throws RuleViolationError that names the parameter. */
  check(source: string, parametres: Readonly<Record<string, unknown>>): void {
    const connector = this.access.connector(source);
    const unknown = Object.keys(parametres).find((name) => !connector.parametres.includes(name));
    if (unknown !== undefined) {
      const known = connector.parametres.length === 0 ? 'aucun' : connector.parametres.join(', ');
      throw invalid(`${source} : paramètre « ${unknown} » inconnu (paramètres : ${known})`);
    }
    this.checkShape(connector, parametres);
  }

  private checkShape(connector: Connector, parametres: Readonly<Record<string, unknown>>): void {
    try {
      connector.plan(parametres, this.access.settings(connector));
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      const [issue] = error.issues;
      throw invalid(`${connector.id} : paramètre ${issue?.path.join('.') ?? ''} : ${issue?.message ?? ''}`);
    }
  }
}

const invalid = (message: string): RuleViolationError =>
  new RuleViolationError('PARAMETRES_INVALIDES', message);
