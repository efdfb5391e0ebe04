import { Module } from '@nestjs/common';
import { InstantanesModule } from '../instantanes/instantanes.module.ts';
import { CampagneEtablissementsController } from './campagne-etablissements.controller.ts';
import { EtablissementsController } from './etablissements.controller.ts';
import { EtablissementsModule } from './etablissements.module.ts';
import { FormationControlesController } from './formation-controles.controller.ts';

@Module({
  imports: [EtablissementsModule, InstantanesModule],
  controllers: [CampagneEtablissementsController, EtablissementsController, FormationControlesController],
})
export class EtablissementsHttpModule {}
