import { Module } from '@nestjs/common';
import { EtablissementsController } from './etablissements.controller.ts';
import { EtablissementsModule } from './etablissements.module.ts';
import { FormationControlesController } from './formation-controles.controller.ts';

@Module({
  imports: [EtablissementsModule],
  controllers: [EtablissementsController, FormationControlesController],
})
export class EtablissementsHttpModule {}
