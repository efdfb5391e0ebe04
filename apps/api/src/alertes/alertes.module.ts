import { Module } from '@nestjs/common';
import { AlerteQuery } from './alerte.query.ts';

/** Alerts that the checks of runs raised. */
@Module({ providers: [AlerteQuery], exports: [AlerteQuery] })
export class AlertesModule {}
