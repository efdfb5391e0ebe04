import { Module } from '@nestjs/common';
import { CampagneExportsController } from './campagne-exports.controller.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsModule } from './exports.module.ts';

@Module({ imports: [ExportsModule], controllers: [ExportsController, CampagneExportsController] })
export class ExportsHttpModule {}
