import { Module } from '@nestjs/common';
import { BaseSante } from './base-sante.repository.ts';
import { SanteController } from './sante.controller.ts';
import { VerifierSante } from './verifier-sante.use-case.ts';

/** Needs QUEUE_HEALTH from a global module. */
@Module({ controllers: [SanteController], providers: [BaseSante, VerifierSante] })
export class SanteHttpModule {}
