import { Module } from '@nestjs/common';
import { AppariementsModule } from '../appariements/appariements.module.ts';
import { CampagnesModule } from '../campagnes/campagnes.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { TableauDeBordController } from './tableau-de-bord.controller.ts';
import { TableauDeBordQuery } from './tableau-de-bord.query.ts';

@Module({
  imports: [AppariementsModule, CampagnesModule, ImportsModule],
  controllers: [TableauDeBordController],
  providers: [TableauDeBordQuery],
})
export class TableauDeBordHttpModule {}
