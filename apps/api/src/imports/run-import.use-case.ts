import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DemandeImportRepository } from './demande-import.repository.ts';
import { ImportFileUseCase } from './import-file.use-case.ts';

/** Imports a file that someone uploaded, then removes it: the snapshot, or the reason of the refusal, is what is kept. */
@Injectable()
export class RunImportUseCase {
  constructor(
    private readonly demandes: DemandeImportRepository,
    private readonly importFile: ImportFileUseCase,
  ) {}

  /** @throws SourceError for a file that cannot be imported; nothing of it is kept. */
  async execute(demandeId: string, signal?: AbortSignal): Promise<void> {
    const demande = await this.demandes.start(demandeId);
    if (demande === null) return;
    const landed = await this.importFile.executeAll({
      chemin: demande.chemin,
      nom: demande.nom,
      origine: `téléversement de ${demande.auteur}`,
      importePar: demande.auteur,
      ...(demande.table === null ? {} : { attendus: [demande.table] }),
      ...(demande.encodage === null ? {} : { encodage: demande.encodage }),
      ...(signal === undefined ? {} : { signal }),
      onProgress: (lignes) => {
        // Progress is only shown: losing one update costs nothing.
        this.demandes.progress(demandeId, lignes).catch(() => undefined);
      },
    });
    await this.demandes.complete(demandeId, landed);
    await rm(demande.chemin, { force: true });
  }

  /** Records that the import failed for good. */
  async abandon(demandeId: string, erreur: string): Promise<void> {
    const chemin = await this.demandes.fail(demandeId, erreur);
    if (chemin !== null) await rm(chemin, { force: true });
  }
}
