import { Module } from '@nestjs/common';
import { AuditModule } from './audit.module.ts';
import { ConfianceController } from './confiance.controller.ts';
import { FinalitesController } from './finalites.controller.ts';
import { LecturesController } from './lectures.controller.ts';
import { TiragesController } from './tirages.controller.ts';

@Module({
  imports: [AuditModule],
  controllers: [ConfianceController, FinalitesController, LecturesController, TiragesController],
})
export class AuditHttpModule {}
