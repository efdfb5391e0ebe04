import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module.ts';
import { CertificationsUseCase } from './certifications.use-case.ts';
import { MatcherCache } from './matcher-cache.ts';
import { OffresRepository } from './offres.repository.ts';
import { ReferenceDataRepository } from './reference-data.repository.ts';

@Module({
  imports: [ImportsModule],
  providers: [OffresRepository, ReferenceDataRepository, MatcherCache, CertificationsUseCase],
  exports: [MatcherCache, CertificationsUseCase],
})
export class ReferentielsModule {}
