import { Module, type OnModuleInit } from '@nestjs/common';
import { AppariementsModule } from '../appariements/appariements.module.ts';
import { EndOfRun } from '../appariements/end-of-run.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { RecordDecisionUseCase } from './record-decision.use-case.ts';
import { RevueQuery } from './revue.query.ts';
import { RevueRepository } from './revue.repository.ts';

@Module({
  imports: [AppariementsModule, ReferentielsModule, JournalModule],
  providers: [RevueRepository, RevueQuery, RecordDecisionUseCase],
  exports: [RevueRepository, RevueQuery, RecordDecisionUseCase],
})
export class ReviewModule implements OnModuleInit {
  constructor(
    private readonly endOfRun: EndOfRun,
    private readonly revues: RevueRepository,
  ) {}

  onModuleInit(): void {
    this.endOfRun.register((manager, executionId) => this.revues.openAfterRun(manager, executionId));
  }
}
