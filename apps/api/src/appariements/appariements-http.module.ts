import { Module } from '@nestjs/common';
import { CampagnesModule } from '../campagnes/campagnes.module.ts';
import { PerimetreModule } from '../perimetre/perimetre.module.ts';
import { AppariementsModule } from './appariements.module.ts';
import { CampagneExecutionsController } from './campagne-executions.controller.ts';
import { ComparaisonExecutionsController } from './comparaison-executions.controller.ts';
import { ExecutionsController } from './executions.controller.ts';
import { FormationsController } from './formations.controller.ts';
import { ReadFormationsUseCase } from './read-formations.use-case.ts';

@Module({
  imports: [AppariementsModule, CampagnesModule, PerimetreModule],
  controllers: [
    ExecutionsController,
    ComparaisonExecutionsController,
    CampagneExecutionsController,
    FormationsController,
  ],
  providers: [ReadFormationsUseCase],
})
export class AppariementsHttpModule {}
