import { Module, type OnModuleInit } from '@nestjs/common';
import { AppariementsModule } from '../appariements/appariements.module.ts';
import { EndOfRun } from '../appariements/end-of-run.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { AfterDecision } from './after-decision.ts';
import { AnnulationQuery } from './annulation.query.ts';
import { AnterioritesQuery } from './anteriorites.query.ts';
import { CertificationsRetenues } from './certification-retenue.ts';
import { CompteurDeFile } from './compteur-de-file.ts';
import { SimilairesQuery } from './similaires.query.ts';
import { ExportJugementsUseCase } from './export-jugements.use-case.ts';
import { FacettesQuery } from './facettes.query.ts';
import { FichesDeControle } from './fiches-de-controle.ts';
import { FileRepository } from './file.repository.ts';
import { DecideGroupeUseCase } from './decide-groupe.use-case.ts';
import { GroupWriter } from './group-writer.ts';
import { GroupeRepository } from './groupe.repository.ts';
import { JugementsExportRepository } from './jugements-export.repository.ts';
import { OpenItemsRepository } from './open-items.repository.ts';
import { OuvertureFileRepository } from './ouverture-file.repository.ts';
import { OuvrirFileUseCase } from './ouvrir-file.use-case.ts';
import { ReadAnterioritesUseCase } from './read-anteriorites.use-case.ts';
import { RecordDecisionUseCase } from './record-decision.use-case.ts';
import { RevueQuery } from './revue.query.ts';
import { RevueRepository } from './revue.repository.ts';
import { WriteDecisions } from './write-decisions.ts';

const providers = [
  AfterDecision,
  AnnulationQuery,
  AnterioritesQuery,
  CertificationsRetenues,
  CompteurDeFile,
  SimilairesQuery,
  DecideGroupeUseCase,
  ExportJugementsUseCase,
  FacettesQuery,
  FichesDeControle,
  FileRepository,
  GroupeRepository,
  GroupWriter,
  JugementsExportRepository,
  OpenItemsRepository,
  OuvertureFileRepository,
  OuvrirFileUseCase,
  ReadAnterioritesUseCase,
  RecordDecisionUseCase,
  RevueQuery,
  RevueRepository,
  WriteDecisions,
];

@Module({
  imports: [AppariementsModule, ReferentielsModule, JournalModule],
  providers,
  exports: providers,
})
export class ReviewModule implements OnModuleInit {
  constructor(
    private readonly endOfRun: EndOfRun,
    private readonly ouvrir: OuvrirFileUseCase,
  ) {}

  onModuleInit(): void {
    this.endOfRun.register((manager, executionId, ask) =>
      this.ouvrir.apresExecution(manager, executionId, ask),
    );
  }
}
