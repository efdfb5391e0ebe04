import { Module } from '@nestjs/common';
import { CampagneExportsController } from './campagne-exports.controller.ts';
import { ComparaisonExportsController } from './comparaison-exports.controller.ts';
import { CompareExportsUseCase } from './compare-exports.use-case.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsModule } from './exports.module.ts';

@Module({
  imports: [ExportsModule],
  controllers: [ExportsController, ComparaisonExportsController, CampagneExportsController],
  providers: [CompareExportsUseCase],
})
export class ExportsHttpModule {}
