import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.ts';
import { PurgeRepository } from './purge.repository.ts';
import { PurgerUseCase } from './purger.use-case.ts';

@Module({
  imports: [JournalModule],
  providers: [PurgeRepository, PurgerUseCase],
  exports: [PurgerUseCase],
})
export class PurgeModule {}
