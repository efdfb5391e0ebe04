import { Inject, Injectable } from '@nestjs/common';
import type { Encodage, TableId } from '#sources';
import { IDS, type IdGenerator } from '../common/ids.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { DemandeImportRepository } from './demande-import.repository.ts';

export interface RequestImportCommand {
  /** Where the uploaded file waits. */
  readonly chemin: string;
  /** Its name on the user's machine. */
  readonly nom: string;
  readonly table: TableId | null;
  readonly encodage: Encodage | null;
  readonly auteur: JournalAuteur;
}

/** Asks a worker to import a file that was uploaded. */
@Injectable()
export class RequestImportUseCase {
  constructor(
    private readonly demandes: DemandeImportRepository,
    private readonly jobs: JobDispatcher,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** @returns the id of the import to follow. */
  async execute({ auteur, ...file }: RequestImportCommand): Promise<string> {
    const demandeId = this.ids.uuid();
    await this.jobs.run(async (manager, ask) => {
      await this.demandes.insert(manager, { id: demandeId, ...file, auteur: auteur.nom });
      await ask('import-source', [{ demandeId }]);
      await this.journal.note(
        {
          type: 'import_demande',
          message: `${auteur.nom} importe ${file.nom}`,
          auteur,
          details: { demandeId, nom: file.nom },
        },
        manager,
      );
    });
    return demandeId;
  }
}
