import { Module } from '@nestjs/common';
import { CollectesController } from './collectes.controller.ts';
import { CollectesModule } from './collectes.module.ts';

@Module({ imports: [CollectesModule], controllers: [CollectesController] })
export class CollectesHttpModule {}
