import { Module } from '@nestjs/common';
import { ReviewModule } from './review.module.ts';
import { RevuesController } from './revues.controller.ts';

@Module({ imports: [ReviewModule], controllers: [RevuesController] })
export class ReviewHttpModule {}
