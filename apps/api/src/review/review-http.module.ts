import { Module } from '@nestjs/common';
import { FileController } from './file.controller.ts';
import { ReviewModule } from './review.module.ts';
import { RevuesController } from './revues.controller.ts';

/** Routes with a name of their own come before those with an id. */
@Module({ imports: [ReviewModule], controllers: [FileController, RevuesController] })
export class ReviewHttpModule {}
