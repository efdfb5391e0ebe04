import { Module } from '@nestjs/common';
import { AlertesController } from './alertes.controller.ts';
import { AlertesModule } from './alertes.module.ts';

@Module({ imports: [AlertesModule], controllers: [AlertesController] })
export class AlertesHttpModule {}
