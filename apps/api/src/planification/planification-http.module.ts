import { Module } from '@nestjs/common';
import { CollectesModule } from '../collectes/collectes.module.ts';
import { PlanificationModule } from './planification.module.ts';
import { PlanificationsController } from './planifications.controller.ts';
import { SourcesController } from './sources.controller.ts';

@Module({
  imports: [CollectesModule, PlanificationModule],
  controllers: [PlanificationsController, SourcesController],
})
export class PlanificationHttpModule {}
