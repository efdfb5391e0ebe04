import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.ts';
import { DemandeImportRepository } from './demande-import.repository.ts';
import { DriftExplainer } from './drift-explainer.ts';
import { ImportFileUseCase } from './import-file.use-case.ts';
import { InstantaneQuery } from './instantane.query.ts';
import { InstantaneRepository } from './instantane.repository.ts';
import { LandTablesUseCase } from './land-tables.use-case.ts';
import { RequestImportUseCase } from './request-import.use-case.ts';
import { RunImportUseCase } from './run-import.use-case.ts';
import { SnapshotGateRepository } from './snapshot-gate.repository.ts';

const providers = [
  DemandeImportRepository,
  DriftExplainer,
  ImportFileUseCase,
  InstantaneQuery,
  InstantaneRepository,
  LandTablesUseCase,
  RequestImportUseCase,
  RunImportUseCase,
  SnapshotGateRepository,
];

@Module({ imports: [JournalModule], providers, exports: providers })
export class ImportsModule {}
