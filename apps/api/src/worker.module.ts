import { Module, type DynamicModule } from '@nestjs/common';
import { AppariementsModule } from './appariements/appariements.module.ts';
import { MatchLotProcessor } from './appariements/match-lot.processor.ts';
import { CollectesModule } from './collectes/collectes.module.ts';
import { RunCollecteProcessor } from './collectes/run-collecte.processor.ts';
import type { Config } from './config/load-env.ts';
import { CoreModule } from './core.module.ts';
import { BuildExportProcessor } from './exports/build-export.processor.ts';
import { ControlerFormationsProcessor } from './etablissements/controler-formations.processor.ts';
import { EtablissementsModule } from './etablissements/etablissements.module.ts';
import { CouvertureKeeper } from './couverture/couverture-keeper.ts';
import { CouvertureModule } from './couverture/couverture.module.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { ImportSourceProcessor } from './imports/import-source.processor.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { ChiffresKeeper } from './indicateurs/chiffres-keeper.ts';
import { ChiffrerProcessor } from './indicateurs/chiffrer.processor.ts';
import { IndicateursModule } from './indicateurs/indicateurs.module.ts';
import { PlanificationKeeper } from './planification/planification-keeper.ts';
import { PlanificationModule } from './planification/planification.module.ts';
import { RunSourceProcessor } from './planification/run-source.processor.ts';
import { Reaper } from './reprise/reaper.ts';
import { OuvrirFileProcessor } from './review/ouvrir-file.processor.ts';
import { ReviewModule } from './review/review.module.ts';

/** The queue's door: one processor a queue, and the reaper. No controller, so it starts faster. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        CoreModule.forRoot(config),
        AppariementsModule,
        EtablissementsModule,
        CouvertureModule,
        ExportsModule,
        ImportsModule,
        CollectesModule,
        IndicateursModule,
        PlanificationModule,
        ReviewModule,
      ],
      providers: [
        MatchLotProcessor,
        OuvrirFileProcessor,
        ControlerFormationsProcessor,
        BuildExportProcessor,
        ImportSourceProcessor,
        RunSourceProcessor,
        RunCollecteProcessor,
        ChiffrerProcessor,
        ChiffresKeeper,
        PlanificationKeeper,
        CouvertureKeeper,
        Reaper,
      ],
    };
  }
}
