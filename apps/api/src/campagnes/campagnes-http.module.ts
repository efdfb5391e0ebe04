import { Module } from '@nestjs/common';
import { CampagnesController } from './campagnes.controller.ts';
import { CampagnesModule } from './campagnes.module.ts';

@Module({ imports: [CampagnesModule], controllers: [CampagnesController] })
export class CampagnesHttpModule {}
