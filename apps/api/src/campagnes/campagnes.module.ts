import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { CampagneQuery } from './campagne.query.ts';
import { CampagneRepository } from './campagne.repository.ts';
import { CreateCampagneUseCase } from './create-campagne.use-case.ts';
import { SetUpCampagneUseCase } from './set-up-campagne.use-case.ts';

@Module({
  imports: [ImportsModule, JournalModule],
  providers: [CampagneRepository, CampagneQuery, CreateCampagneUseCase, SetUpCampagneUseCase],
  exports: [CampagneRepository, CampagneQuery, CreateCampagneUseCase, SetUpCampagneUseCase],
})
export class CampagnesModule {}
