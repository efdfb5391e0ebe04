import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '../common/domain-errors.ts';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/load-env.ts';
import { exportFolder } from '../config/folders.ts';
import { ControlerFormationsUseCase } from '../etablissements/controler-formations.use-case.ts';
import { RattraperChiffresUseCase } from '../indicateurs/rattraper-chiffres.use-case.ts';
import { ExportRepository } from './export.repository.ts';
import { writeExport, type WrittenExport } from './write-export.ts';

/** Writes an export's files. Done twice, it writes the same bytes in the same place. */
@Injectable()
export class BuildExportUseCase {
  constructor(
    private readonly exports: ExportRepository,
    private readonly controles: ControlerFormationsUseCase,
    private readonly chiffres: RattraperChiffresUseCase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Builds an export that was asked for, in the export folder of the installation. */
  async execute(exportId: string): Promise<void> {
    const executionId = await this.exports.start(exportId);
    if (executionId === null) return;
    const folder = join(exportFolder(this.config), exportId);
    const { manifeste, sha256 } = await this.write(executionId, folder);
    await this.exports.complete(exportId, folder, manifeste, sha256);
  }

  /** Writes the export of a run into a folder that the caller chooses. */
  async write(executionId: string, folder: string): Promise<WrittenExport> {
    const known = await this.exports.sourceOf(executionId);
    if (known === null) {
      throw new NotFoundError('EXECUTION_INCONNUE', `aucune exécution n'a l'identifiant ${executionId}`);
    }
    // The export says what the sources in use and the decisions say, whether or not a worker has seen to it already.
    await this.controles.complete(executionId);
    await this.chiffres.execute(executionId);
    const source = (await this.exports.sourceOf(executionId)) ?? known;
    return writeExport(folder, source, this.exports.lines(source));
  }
}
