import { Module } from '@nestjs/common';
import { ActesJournal } from './actes-journal.ts';
import { JournalRepository } from './journal.repository.ts';

@Module({ providers: [JournalRepository, ActesJournal], exports: [JournalRepository, ActesJournal] })
export class JournalModule {}
