import { Module } from '@nestjs/common';
import { CouvertureController } from './couverture.controller.ts';
import { CouvertureModule } from './couverture.module.ts';

@Module({ imports: [CouvertureModule], controllers: [CouvertureController] })
export class CouvertureHttpModule {}
