import { Module } from '@nestjs/common';
import { JournalController } from './journal.controller.ts';
import { JournalModule } from './journal.module.ts';

@Module({ imports: [JournalModule], controllers: [JournalController] })
export class JournalHttpModule {}
