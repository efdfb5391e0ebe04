import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { InstantanesEtablissementsQuery } from '../etablissements/instantanes-etablissements.query.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JobDispatcher, type AskForJobs } from '../queues/job-dispatcher.ts';
import { CalculChiffresRepository, type CalculView } from './calcul-chiffres.repository.ts';
import { IndicateurRepository } from './indicateur.repository.ts';

/** Asks for computations of figures: at the end of a run, after decisions, after new figures, or when someone wants. */
@Injectable()
export class DemanderChiffresUseCase {
  constructor(
    private readonly calculs: CalculChiffresRepository,
    private readonly indicateurs: IndicateurRepository,
    private readonly etablissements: InstantanesEtablissementsQuery,
    private readonly jobs: JobDispatcher,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** In the transaction that ends a run. */
  async apresExecution(manager: EntityManager, executionId: string, ask: AskForJobs): Promise<void> {
    const asked = { executionId, motif: 'fin_execution' as const, signatures: null };
    const { id } = await this.calculs.demander(manager, this.ids.uuid(), asked);
    await ask('chiffrer', [{ calculId: id, envoi: 0 }]);
  }

  /**
   * A person asks for it.
   * @returns the computation to follow: the one that waits already, where there is one.
   */
  async pourCampagne(campagneId: string, auteur: JournalAuteur): Promise<CalculView> {
    const executionId = await this.calculs.executionOf(campagneId);
    if (executionId === null) {
      throw new RuleViolationError(
        'RIEN_A_CHIFFRER',
        "cette campagne n'a pas d'exécution terminée : lancez l'appariement d'abord",
      );
    }
    const id = await this.jobs.run(async (manager, ask) => {
      const asked = await this.calculs.demander(manager, this.ids.uuid(), {
        executionId,
        motif: 'demande',
        signatures: null,
      });
      if (asked.nouveau) await ask('chiffrer', [{ calculId: asked.id, envoi: 0 }]);
      await this.journal.note(
        {
          type: 'chiffres_demandes',
          message: `${auteur.nom} a demandé le calcul des chiffres`,
          auteur,
          details: { campagneId, executionId, calculId: asked.id },
        },
        manager,
      );
      return asked.id;
    });
    const calcul = await this.calculs.findById(id);
    if (calcul === null) throw new NotFoundError('CALCUL_INCONNU', `aucun calcul n'a l'identifiant ${id}`);
    return calcul;
  }

  /** @returns false when it had already ended. */
  async annuler(calculId: string, auteur: JournalAuteur): Promise<boolean> {
    if ((await this.calculs.findById(calculId)) === null) {
      throw new NotFoundError('CALCUL_INCONNU', `aucun calcul n'a l'identifiant ${calculId}`);
    }
    const cancelled = await this.calculs.cancel(calculId);
    if (cancelled) {
      await this.journal.note({
        type: 'chiffres_annules',
        message: `${auteur.nom} a annulé un calcul de chiffres`,
        auteur,
        details: { calculId },
      });
    }
    return cancelled;
  }

  /**
   * What the workers do every few seconds: computes again what was decided since, the runs whose figures or
   * establishments have changed, and what a dead worker has left. @returns how many computations were asked for.
   */
  async reprendre(): Promise<number> {
    const executions = await this.calculs.executionsMontrees(null);
    const changed = await this.depassees(executions);
    return this.jobs.run(async (manager, ask) => {
      const lost = await this.calculs.reclaimSilent(manager);
      await ask('chiffrer', lost);
      let asked = lost.length;
      const demander = async (
        executionId: string,
        motif: 'jugement' | 'instantane',
        signatures: readonly string[] | null,
      ): Promise<void> => {
        const { id, nouveau } = await this.calculs.demander(manager, this.ids.uuid(), {
          executionId,
          motif,
          signatures,
        });
        if (!nouveau) return;
        await ask('chiffrer', [{ calculId: id, envoi: 0 }]);
        asked += 1;
      };
      for (const executionId of changed) await demander(executionId, 'instantane', null);
      const decided = await this.calculs.takeDecided(manager);
      if (decided.length > 0) {
        for (const run of await this.calculs.runsOf(manager, executions, decided)) {
          await demander(run.executionId, 'jugement', run.signatures);
        }
      }
      return asked;
    });
  }

  /** Runs whose figures were computed from other snapshots than those in use. */
  private async depassees(executions: readonly string[]): Promise<string[]> {
    const outdated: string[] = [];
    for (const executionId of executions) {
      const last = await this.calculs.lastInputs(executionId);
      if (last === null) continue;
      const figures = await this.indicateurs.enService(last.exemple);
      const etablissements = await this.etablissements.deExecution(executionId);
      if (last.instantanes.join() !== [...figures, ...etablissements].join()) outdated.push(executionId);
    }
    return outdated;
  }
}
