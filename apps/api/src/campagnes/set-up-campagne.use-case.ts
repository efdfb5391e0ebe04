import { Injectable } from '@nestjs/common';
import type { Plateforme } from '#matching';
import { isForeignFile, walkFiles, type Encodage } from '#sources';
import { ImportFileUseCase } from '../imports/import-file.use-case.ts';
import { isReferenceTable } from '../referentiels/reference-data.ts';
import { CreateCampagneUseCase } from './create-campagne.use-case.ts';

export interface SetUpCampagneCommand {
  readonly nom: string;
  readonly plateforme: Plateforme;
  readonly rentree: string;
  /** Path of the catalogue file. */
  readonly catalogue: string;
  /** Folders of reference files to import and pin; null to use what is already imported. */
  readonly references: readonly string[] | null;
  readonly encodage?: Encodage | undefined;
  readonly exemple: boolean;
  readonly importePar: string;
  /** Hears what is done, file by file, in French. */
  readonly say: (message: string) => void;
}

export interface SetUpCampagne {
  readonly campagneId: string;
  /** Refused lines of the catalogue. */
  readonly lignesRefusees: number;
}

/** From files on disk to a campaign ready to run. Files already imported are not imported again. */
@Injectable()
export class SetUpCampagneUseCase {
  constructor(
    private readonly importFile: ImportFileUseCase,
    private readonly createCampagne: CreateCampagneUseCase,
  ) {}

  async execute(command: SetUpCampagneCommand): Promise<SetUpCampagne> {
    const referencesIds =
      command.references === null ? null : await this.importReferences(command.references, command);
    const catalogue = await this.importFile.execute({
      chemin: command.catalogue,
      origine: command.exemple ? 'exemple' : command.catalogue,
      attendus: [command.plateforme],
      encodage: command.encodage,
      importePar: command.importePar,
      exemple: command.exemple,
    });
    command.say(
      `${command.catalogue} : ${catalogue.acceptees} ligne(s) acceptée(s), ${catalogue.refusees} refusée(s)`,
    );
    const campagneId = await this.createCampagne.execute({
      nom: command.nom,
      plateforme: command.plateforme,
      rentree: command.rentree,
      catalogueId: catalogue.instantaneId,
      referencesIds,
      auteur: { compteId: null, nom: command.importePar },
    });
    return { campagneId, lignesRefusees: catalogue.refusees };
  }

  /** Imports every reference below the folders; a file that is no reference is named and passed over. */
  async importReferences(
    folders: readonly string[],
    { exemple, importePar, say }: Pick<SetUpCampagneCommand, 'exemple' | 'importePar' | 'say'>,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (const chemin of await walkFiles(folders)) {
      try {
        const tables = await this.importFile.executeAll({
          chemin,
          origine: exemple ? 'exemple' : chemin,
          importePar,
          exemple,
          ecartAccepte: true,
        });
        for (const landed of tables) {
          if (isReferenceTable(landed.table)) ids.push(landed.instantaneId);
          for (const raison of landed.avertissements) say(`attention, ${chemin} : ${raison}`);
          if (!landed.dejaImporte)
            say(`${chemin} : ${landed.table}, ${landed.acceptees} ligne(s), ${landed.refusees} refusée(s)`);
        }
      } catch (error) {
        if (!isForeignFile(error)) throw error;
        say(`passé : ${chemin} (en-tête inconnu)`);
      }
    }
    return ids;
  }
}
