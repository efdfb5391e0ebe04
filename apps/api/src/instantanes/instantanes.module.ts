import { Module } from '@nestjs/common';
import { CampagnesModule } from '../campagnes/campagnes.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { ChangeStatutUseCase } from './change-statut.use-case.ts';
import { ComparaisonQuery } from './comparaison.query.ts';
import { CompareInstantanesUseCase } from './compare-instantanes.use-case.ts';
import { InstantaneStatutRepository } from './instantane-statut.repository.ts';
import { PinReferencesUseCase } from './pin-references.use-case.ts';
import { ReferencesRepository } from './references.repository.ts';

const providers = [
  ChangeStatutUseCase,
  ComparaisonQuery,
  CompareInstantanesUseCase,
  InstantaneStatutRepository,
  PinReferencesUseCase,
  ReferencesRepository,
];

/** Snapshots once imported: compared, taken out of service, pinned to a campaign. */
@Module({ imports: [CampagnesModule, ImportsModule, JournalModule], providers, exports: providers })
export class InstantanesModule {}
