import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.ts';
import { ApplyPerimetreUseCase } from './apply-perimetre.use-case.ts';
import { AxeRepository } from './axe.repository.ts';
import { CompteRegleQuery } from './compte-regle.query.ts';
import { PrepareAxesUseCase } from './prepare-axes.use-case.ts';
import { ReglePerimetreRepository } from './regle-perimetre.repository.ts';
import { SaveRegleUseCase } from './save-regle.use-case.ts';

const providers = [
  ApplyPerimetreUseCase,
  AxeRepository,
  CompteRegleQuery,
  PrepareAxesUseCase,
  ReglePerimetreRepository,
  SaveRegleUseCase,
];

@Module({ imports: [JournalModule], providers, exports: providers })
export class PerimetreModule {}
