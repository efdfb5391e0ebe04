import { Module } from '@nestjs/common';
import { JournalRepository } from './journal.repository.ts';

@Module({ providers: [JournalRepository], exports: [JournalRepository] })
export class JournalModule {}
