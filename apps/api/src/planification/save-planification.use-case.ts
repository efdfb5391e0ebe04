import { Inject, Injectable } from '@nestjs/common';
import { SOURCES } from '#sources';
import { RequestCollecteUseCase } from '../collectes/request-collecte.use-case.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ConflictError, NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { nextOccurrence } from '../queues/cron.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { isBelowDropFolder } from './drop-folder.ts';
import { FollowPlanificationsUseCase } from './follow-planifications.use-case.ts';
import { PlanificationRepository, type PlanificationEdit } from './planification.repository.ts';

/** Writes schedules, and asks for a run at once. */
@Injectable()
export class SavePlanificationUseCase {
  constructor(
    private readonly planifications: PlanificationRepository,
    private readonly follow: FollowPlanificationsUseCase,
    private readonly collectes: RequestCollecteUseCase,
    private readonly jobs: JobDispatcher,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the id of the new schedule. */
  async create(edit: PlanificationEdit, auteur: JournalAuteur): Promise<string> {
    const id = this.ids.uuid();
    await this.check(id, edit);
    await this.jobs.run(async (manager) => {
      await this.planifications.insert(manager, id, edit, this.clock.now());
      await this.journal.note(
        {
          type: 'planification_creee',
          message: `${auteur.nom} a planifié « ${edit.nom} » (${edit.cron})`,
          auteur,
          details: { planificationId: id, ...edit },
        },
        manager,
      );
    });
    await this.follow.execute();
    return id;
  }

  async update(id: string, edit: PlanificationEdit, auteur: JournalAuteur): Promise<void> {
    await this.check(id, edit);
    await this.jobs.run(async (manager) => {
      if (!(await this.planifications.update(manager, id, edit, this.clock.now()))) throw unknown(id);
      await this.journal.note(
        {
          type: 'planification_modifiee',
          message: edit.actif
            ? `${auteur.nom} a modifié la planification « ${edit.nom} » (${edit.cron})`
            : `${auteur.nom} a mis en pause la planification « ${edit.nom} »`,
          auteur,
          details: { planificationId: id, ...edit },
        },
        manager,
      );
    });
    await this.follow.execute();
  }

  /** Asks for a run at once, whether the schedule is paused or not. */
  async runNow(id: string, auteur: JournalAuteur): Promise<void> {
    const planification = await this.planifications.findById(id);
    if (planification === null) throw unknown(id);
    await this.jobs.run(async (manager, ask) => {
      await ask('run-source', [{ planificationId: id, demandeId: this.ids.uuid() }]);
      await this.journal.note(
        {
          type: 'planification_lancee',
          message: `${auteur.nom} a lancé « ${planification.nom} »`,
          auteur,
          details: { planificationId: id },
        },
        manager,
      );
    });
  }

  private async check(id: string, edit: PlanificationEdit): Promise<void> {
    const { nom, source, chemin, cron } = edit;
    if (!SOURCES.some((known) => known.id === source)) {
      throw new RuleViolationError('SOURCE_INCONNUE', `aucune source ne s'appelle « ${source} »`);
    }
    if (edit.genre === 'connecteur') this.collectes.check(source, edit.parametres);
    if (edit.genre === 'connecteur' ? chemin !== null : chemin === null) {
      throw new RuleViolationError(
        'CHEMIN_INATTENDU',
        'un dossier de dépôt se donne pour une planification de dossier, et pour elle seule',
      );
    }
    if (chemin !== null && !isBelowDropFolder(chemin)) {
      throw new RuleViolationError(
        'CHEMIN_HORS_DEPOT',
        `« ${chemin} » : donnez un fichier ou un dossier du dossier de dépôt, sans « .. » ni « / » au début`,
      );
    }
    if (nextOccurrence(cron, this.clock.now()) === null) {
      throw new RuleViolationError(
        'CRON_INVALIDE',
        `« ${cron} » n'est pas un horaire : cinq champs (minute, heure, jour, mois, jour de la semaine), ` +
          `par exemple « 0 6 * * 1 » pour chaque lundi à 6 h`,
      );
    }
    const same = await this.planifications.findByNom(nom);
    if (same !== null && same.id !== id) {
      throw new ConflictError('PLANIFICATION_EXISTANTE', `une planification s'appelle déjà « ${nom} »`);
    }
  }
}

const unknown = (id: string): NotFoundError =>
  new NotFoundError('PLANIFICATION_INCONNUE', `aucune planification n'a l'identifiant ${id}`);
