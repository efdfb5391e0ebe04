import { Module } from '@nestjs/common';
import { CampagnesModule } from '../campagnes/campagnes.module.ts';
import { AppariementsModule } from './appariements.module.ts';
import { CampagneExecutionsController } from './campagne-executions.controller.ts';
import { ComparaisonExecutionsController } from './comparaison-executions.controller.ts';
import { ExecutionsController } from './executions.controller.ts';
import { FormationsController } from './formations.controller.ts';

@Module({
  imports: [AppariementsModule, CampagnesModule],
  controllers: [
    ExecutionsController,
    ComparaisonExecutionsController,
    CampagneExecutionsController,
    FormationsController,
  ],
})
export class AppariementsHttpModule {}
