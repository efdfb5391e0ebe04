import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module.ts';
import { CampagneReferencesController } from './campagne-references.controller.ts';
import { ComparaisonsController } from './comparaisons.controller.ts';
import { InstantaneStatutController } from './instantane-statut.controller.ts';
import { InstantanesModule } from './instantanes.module.ts';

@Module({
  imports: [ImportsModule, InstantanesModule],
  controllers: [CampagneReferencesController, ComparaisonsController, InstantaneStatutController],
})
export class InstantanesHttpModule {}
