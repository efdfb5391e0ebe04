import { Module } from '@nestjs/common';
import { CertificationsController } from './certifications.controller.ts';
import { ReferentielsModule } from './referentiels.module.ts';

@Module({ imports: [ReferentielsModule], controllers: [CertificationsController] })
export class ReferentielsHttpModule {}
