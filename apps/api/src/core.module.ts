import { Module, type DynamicModule } from '@nestjs/common';
import { AlertesModule } from './alertes/alertes.module.ts';
import { AppariementsModule } from './appariements/appariements.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CampagnesModule } from './campagnes/campagnes.module.ts';
import { CollectesModule } from './collectes/collectes.module.ts';
import { CommonModule } from './common/common.module.ts';
import { ComptesModule } from './comptes/comptes.module.ts';
import { ConfigModule } from './config/config.module.ts';
import type { Config } from './config/load-env.ts';
import { CouvertureModule } from './couverture/couverture.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import { EtablissementsModule } from './etablissements/etablissements.module.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { PerimetreModule } from './perimetre/perimetre.module.ts';
import { IndicateursModule } from './indicateurs/indicateurs.module.ts';
import { PurgeModule } from './purge/purge.module.ts';
import { QueuesModule } from './queues/queues.module.ts';
import { ReferentielsModule } from './referentiels/referentiels.module.ts';
import { ReviewModule } from './review/review.module.ts';

/** Every use case, without HTTP and without workers: what the API, the workers and the command line share. */
@Module({})
export class CoreModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: CoreModule,
      imports: [
        ConfigModule.forRoot(config),
        CommonModule,
        DatabaseModule.forRoot(config),
        QueuesModule.forRoot(config),
        ComptesModule,
        ImportsModule,
        CollectesModule,
        ReferentielsModule,
        CampagnesModule,
        AppariementsModule,
        PerimetreModule,
        EtablissementsModule,
        AlertesModule,
        CouvertureModule,
        IndicateursModule,
        ReviewModule,
        AuditModule,
        ExportsModule,
        PurgeModule,
      ],
    };
  }
}
