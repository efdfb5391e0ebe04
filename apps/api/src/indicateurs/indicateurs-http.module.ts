import { Module } from '@nestjs/common';
import { ChiffresController } from './chiffres.controller.ts';
import { IndicateursModule } from './indicateurs.module.ts';

@Module({ imports: [IndicateursModule], controllers: [ChiffresController] })
export class IndicateursHttpModule {}
