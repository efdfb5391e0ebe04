import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { ChooseEntreeUseCase } from './choose-entree.use-case.ts';
import { CollecteEtapesRepository } from './collecte-etapes.repository.ts';
import { CollecteLignesRepository } from './collecte-lignes.repository.ts';
import { CollecteQuery } from './collecte.query.ts';
import { CollecteRepository } from './collecte.repository.ts';
import { ConnectorAccess } from './connector-access.ts';
import { FetchCollecteUseCase } from './fetch-collecte.use-case.ts';
import { ForgetCollecteUseCase } from './forget-collecte.use-case.ts';
import { KeepEventsUseCase } from './keep-events.use-case.ts';
import { LandCollecteUseCase } from './land-collecte.use-case.ts';
import { PerimetreQuery } from './perimetre.query.ts';
import { RequestCollecteUseCase } from './request-collecte.use-case.ts';
import { RunCollecteUseCase } from './run-collecte.use-case.ts';

const providers = [
  ChooseEntreeUseCase,
  CollecteEtapesRepository,
  CollecteLignesRepository,
  CollecteQuery,
  CollecteRepository,
  ConnectorAccess,
  FetchCollecteUseCase,
  ForgetCollecteUseCase,
  KeepEventsUseCase,
  LandCollecteUseCase,
  PerimetreQuery,
  RequestCollecteUseCase,
  RunCollecteUseCase,
];

@Module({ imports: [ImportsModule, JournalModule], providers, exports: providers })
export class CollectesModule {}
