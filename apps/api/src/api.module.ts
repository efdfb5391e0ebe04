import { Module, type DynamicModule } from '@nestjs/common';
import { AlertesHttpModule } from './alertes/alertes-http.module.ts';
import { AppariementsHttpModule } from './appariements/appariements-http.module.ts';
import { AuditHttpModule } from './audit/audit-http.module.ts';
import { CampagnesHttpModule } from './campagnes/campagnes-http.module.ts';
import { HttpEdgeModule } from './common/http/http-edge.module.ts';
import { ComptesHttpModule } from './comptes/comptes-http.module.ts';
import type { Config } from './config/load-env.ts';
import { CoreModule } from './core.module.ts';
import { CouvertureHttpModule } from './couverture/couverture-http.module.ts';
import { CpfHttpModule } from './cpf/cpf-http.module.ts';
import { EtablissementsHttpModule } from './etablissements/etablissements-http.module.ts';
import { ExportsHttpModule } from './exports/exports-http.module.ts';
import { CollectesHttpModule } from './collectes/collectes-http.module.ts';
import { IndicateursHttpModule } from './indicateurs/indicateurs-http.module.ts';
import { ImportsHttpModule } from './imports/imports-http.module.ts';
import { InstantanesHttpModule } from './instantanes/instantanes-http.module.ts';
import { JournalHttpModule } from './journal/journal-http.module.ts';
import { PerimetreHttpModule } from './perimetre/perimetre-http.module.ts';
import { PlanificationHttpModule } from './planification/planification-http.module.ts';
import { ReferentielsHttpModule } from './referentiels/referentiels-http.module.ts';
import { RequetesHttpModule } from './requetes/requetes-http.module.ts';
import { ReviewHttpModule } from './review/review-http.module.ts';
import { SanteHttpModule } from './sante/sante-http.module.ts';
import { TableauDeBordHttpModule } from './tableau-de-bord/tableau-de-bord-http.module.ts';

/** The HTTP door. It sends jobs, and runs none. */
@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CoreModule.forRoot(config),
        HttpEdgeModule,
        ComptesHttpModule,
        JournalHttpModule,
        SanteHttpModule,
        ImportsHttpModule,
        CollectesHttpModule,
        InstantanesHttpModule,
        PlanificationHttpModule,
        ReferentielsHttpModule,
        CampagnesHttpModule,
        AppariementsHttpModule,
        EtablissementsHttpModule,
        AlertesHttpModule,
        CpfHttpModule,
        PerimetreHttpModule,
        CouvertureHttpModule,
        IndicateursHttpModule,
        AuditHttpModule,
        RequetesHttpModule,
        ReviewHttpModule,
        ExportsHttpModule,
        TableauDeBordHttpModule,
      ],
    };
  }
}
