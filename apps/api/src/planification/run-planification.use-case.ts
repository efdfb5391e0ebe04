import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { isForeignFile, SourceError, SOURCES, walkFiles } from '#sources';
import { RequestCollecteUseCase } from '../collectes/request-collecte.use-case.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ConflictError, DomainError } from '../common/domain-errors.ts';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/load-env.ts';
import { ImportFileUseCase } from '../imports/import-file.use-case.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { SYSTEME } from '../journal/journal-entry.ts';
import { dropFolder } from './drop-folder.ts';
import { PlanificationRepository, type PlanificationRecord } from './planification.repository.ts';

interface Bilan {
  nouveaux: number;
  connus: number;
  aConfirmer: number;
  passes: number;
  readonly erreurs: string[];
}

/** Imports what a schedule finds in its folder. A file already imported is not imported again. */
@Injectable()
export class RunPlanificationUseCase {
  constructor(
    private readonly planifications: PlanificationRepository,
    private readonly importFile: ImportFileUseCase,
    private readonly collectes: RequestCollecteUseCase,
    private readonly journal: ActesJournal,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is wrong with the files is written in the schedule, not thrown: another try would find the same.
   * @param manuelle true when someone asked for it: a paused schedule runs all the same.
   */
  async execute(planificationId: string, manuelle: boolean, signal?: AbortSignal): Promise<void> {
    const planification = await this.planifications.findById(planificationId);
    if (planification === null || (!planification.actif && !manuelle)) return;
    if (planification.chemin === null) return this.call(planification);
    await this.planifications.start(planificationId, this.clock.now());
    const bilan: Bilan = { nouveaux: 0, connus: 0, aConfirmer: 0, passes: 0, erreurs: [] };
    const depots = dropFolder(this.config);
    await mkdir(depots, { recursive: true });
    const chemin = join(depots, planification.chemin);
    if (existsSync(chemin)) {
      for (const fichier of await walkFiles([chemin]))
        await this.bring(planification, fichier, bilan, signal);
    } else {
      bilan.erreurs.push(`${planification.chemin} n'existe pas dans le dossier de dépôt`);
    }
    signal?.throwIfAborted();
    const message = summary(bilan);
    const resultat = bilan.erreurs.length > 0 ? 'echec' : 'succes';
    await this.planifications.end(planificationId, resultat, message, this.clock.now());
    if (resultat === 'echec') {
      await this.journal.note({
        type: 'planification_echouee',
        message: `La planification « ${planification.nom} » a échoué : ${message}`,
        auteur: SYSTEME,
        details: { planificationId, erreurs: bilan.erreurs },
      });
    }
  }

  /** Asks for an import by API. One of this source that is under way already brings what this one would. */
  private async call({ id, nom, source, parametres }: PlanificationRecord): Promise<void> {
    try {
      const auteur = { compteId: null, nom: `planification « ${nom} »` };
      await this.collectes.execute({ source, parametres, planificationId: id, auteur });
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }

  /** Records a run that failed for good, whatever the reason. */
  async abandon(planificationId: string, message: string): Promise<void> {
    await this.planifications.end(planificationId, 'echec', message, this.clock.now());
  }

  private async bring(
    planification: PlanificationRecord,
    chemin: string,
    bilan: Bilan,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    try {
      const tables = await this.importFile.executeAll({
        chemin,
        origine: `planification « ${planification.nom} »`,
        attendus: SOURCES.find(({ id }) => id === planification.source)?.tables ?? [],
        importePar: `planification « ${planification.nom} »`,
        signal,
      });
      if (tables.every(({ dejaImporte }) => dejaImporte)) bilan.connus += 1;
      else bilan.nouveaux += 1;
      if (tables.some(({ statut }) => statut === 'a_confirmer')) bilan.aConfirmer += 1;
    } catch (error) {
      if (isForeignFile(error)) bilan.passes += 1;
      else if (error instanceof SourceError || error instanceof DomainError)
        bilan.erreurs.push(error.message);
      else throw error;
    }
  }
}

function summary({ nouveaux, connus, aConfirmer, passes, erreurs }: Bilan): string {
  const parts = [
    `${nouveaux} fichier(s) nouveau(x), ${connus} déjà importé(s)`,
    aConfirmer > 0 ? `${aConfirmer} à confirmer` : '',
    passes > 0 ? `${passes} inconnu(s), passé(s)` : '',
    ...erreurs.slice(0, 3),
  ];
  return parts.filter((part) => part !== '').join(' ; ');
}
