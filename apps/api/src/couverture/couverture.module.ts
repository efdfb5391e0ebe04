import { Module } from '@nestjs/common';
import { PerimetreModule } from '../perimetre/perimetre.module.ts';
import { CouvertureQuery } from './couverture.query.ts';
import { CouvertureRepository } from './couverture.repository.ts';
import { ReadCouvertureUseCase } from './read-couverture.use-case.ts';
import { RefreshCouvertureUseCase } from './refresh-couverture.use-case.ts';

const providers = [CouvertureQuery, CouvertureRepository, ReadCouvertureUseCase, RefreshCouvertureUseCase];

@Module({ imports: [PerimetreModule], providers, exports: providers })
export class CouvertureModule {}
