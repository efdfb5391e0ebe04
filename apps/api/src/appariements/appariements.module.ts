import { Module } from '@nestjs/common';
import { CampagnesModule } from '../campagnes/campagnes.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { CancelExecutionUseCase } from './cancel-execution.use-case.ts';
import { ComparaisonExecutionsQuery } from './comparaison-executions.query.ts';
import { CompareExecutionsUseCase } from './compare-executions.use-case.ts';
import { EndOfRun } from './end-of-run.ts';
import { ExecutionQuery } from './execution.query.ts';
import { ExecutionRepository } from './execution.repository.ts';
import { FormationQuery } from './formation.query.ts';
import { LaunchExecutionUseCase } from './launch-execution.use-case.ts';
import { LotRepository } from './lot.repository.ts';
import { MatchLotUseCase } from './match-lot.use-case.ts';
import { PublishExecutionUseCase } from './publish-execution.use-case.ts';

const providers = [
  CancelExecutionUseCase,
  ComparaisonExecutionsQuery,
  CompareExecutionsUseCase,
  EndOfRun,
  ExecutionQuery,
  ExecutionRepository,
  FormationQuery,
  LaunchExecutionUseCase,
  LotRepository,
  MatchLotUseCase,
  PublishExecutionUseCase,
];

@Module({
  imports: [CampagnesModule, ImportsModule, JournalModule, ReferentielsModule],
  providers,
  exports: providers,
})
export class AppariementsModule {}
