import { Module, type OnModuleInit } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.ts';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { AfterDecision } from '../review/after-decision.ts';
import { FichesDeControle } from '../review/fiches-de-controle.ts';
import { ReviewModule } from '../review/review.module.ts';
import { CloreBande } from './clore-bande.use-case.ts';
import { ConfianceQuery } from './confiance.query.ts';
import { ControleDeFileRepository } from './controle-de-file.repository.ts';
import { ControlesDeFile } from './controles-de-file.ts';
import { DeclarerFinalite } from './declarer-finalite.use-case.ts';
import { ElementAveugleQuery } from './element-aveugle.query.ts';
import { FinaliteRepository } from './finalite.repository.ts';
import { FixerSeuil } from './fixer-seuil.use-case.ts';
import { FixerTauxControle } from './fixer-taux-controle.use-case.ts';
import { LectureRepository } from './lecture.repository.ts';
import { RepondreLecture } from './repondre-lecture.use-case.ts';
import { SeuilRepository } from './seuil.repository.ts';
import { TirageQuery } from './tirage.query.ts';
import { TirageRepository } from './tirage.repository.ts';
import { TirerEchantillon } from './tirer-echantillon.use-case.ts';

const providers = [
  CloreBande,
  ConfianceQuery,
  ControleDeFileRepository,
  ControlesDeFile,
  DeclarerFinalite,
  ElementAveugleQuery,
  FinaliteRepository,
  FixerSeuil,
  FixerTauxControle,
  LectureRepository,
  RepondreLecture,
  SeuilRepository,
  TirageQuery,
  TirageRepository,
  TirerEchantillon,
];

@Module({ imports: [ReviewModule, ReferentielsModule, JournalModule], providers, exports: providers })
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly afterDecision: AfterDecision,
    private readonly lectures: LectureRepository,
    private readonly fiches: FichesDeControle,
    private readonly controles: ControlesDeFile,
  ) {}

  onModuleInit(): void {
    this.afterDecision.register((manager, taken) => this.lectures.askSecondReading(manager, taken));
    this.afterDecision.register((manager, taken) => this.controles.afterDecision(manager, taken));
    this.fiches.register(this.controles);
  }
}
