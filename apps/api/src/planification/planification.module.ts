import { Module } from '@nestjs/common';
import { CollectesModule } from '../collectes/collectes.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { FollowPlanificationsUseCase } from './follow-planifications.use-case.ts';
import { PlanificationRepository } from './planification.repository.ts';
import { RunPlanificationUseCase } from './run-planification.use-case.ts';
import { SavePlanificationUseCase } from './save-planification.use-case.ts';

const providers = [
  FollowPlanificationsUseCase,
  PlanificationRepository,
  RunPlanificationUseCase,
  SavePlanificationUseCase,
];

@Module({ imports: [CollectesModule, ImportsModule, JournalModule], providers, exports: providers })
export class PlanificationModule {}
