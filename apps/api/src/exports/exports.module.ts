import { Module } from '@nestjs/common';
import { EtablissementsModule } from '../etablissements/etablissements.module.ts';
import { IndicateursModule } from '../indicateurs/indicateurs.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { BuildExportUseCase } from './build-export.use-case.ts';
import { ExportRepository } from './export.repository.ts';
import { RequestExportUseCase } from './request-export.use-case.ts';

@Module({
  imports: [EtablissementsModule, IndicateursModule, JournalModule],
  providers: [ExportRepository, RequestExportUseCase, BuildExportUseCase],
  exports: [ExportRepository, RequestExportUseCase, BuildExportUseCase],
})
export class ExportsModule {}
