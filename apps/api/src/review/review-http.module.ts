import { Module } from '@nestjs/common';
import { AcademiesController } from './academies.controller.ts';
import { AnterioritesController } from './anteriorites.controller.ts';
import { FileController } from './file.controller.ts';
import { GroupesController } from './groupes.controller.ts';
import { JugementsController } from './jugements.controller.ts';
import { ReviewModule } from './review.module.ts';
import { RevuesController } from './revues.controller.ts';

/** Routes with a name of their own come before those with an id. */
@Module({
  imports: [ReviewModule],
  controllers: [
    AcademiesController,
    AnterioritesController,
    FileController,
    GroupesController,
    JugementsController,
    RevuesController,
  ],
})
export class ReviewHttpModule {}
