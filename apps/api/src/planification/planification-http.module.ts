import { Module } from '@nestjs/common';
import { PlanificationModule } from './planification.module.ts';
import { PlanificationsController } from './planifications.controller.ts';
import { SourcesController } from './sources.controller.ts';

@Module({ imports: [PlanificationModule], controllers: [PlanificationsController, SourcesController] })
export class PlanificationHttpModule {}
