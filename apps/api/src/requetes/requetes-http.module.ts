import { Module } from '@nestjs/common';
import { RequeteRepository } from './requete.repository.ts';
import { RequetesController } from './requetes.controller.ts';

@Module({ controllers: [RequetesController], providers: [RequeteRepository] })
export class RequetesHttpModule {}
