import { Module } from '@nestjs/common';
import { PerimetreModule } from './perimetre.module.ts';
import { ReglesPerimetreController } from './regles-perimetre.controller.ts';

@Module({ imports: [PerimetreModule], controllers: [ReglesPerimetreController] })
export class PerimetreHttpModule {}
