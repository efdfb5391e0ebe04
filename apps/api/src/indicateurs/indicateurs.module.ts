import { Module, type OnModuleInit } from '@nestjs/common';
import { AppariementsModule } from '../appariements/appariements.module.ts';
import { EndOfRun } from '../appariements/end-of-run.ts';
import { EtablissementsModule } from '../etablissements/etablissements.module.ts';
import { JournalModule } from '../journal/journal.module.ts';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { CalculChiffresRepository } from './calcul-chiffres.repository.ts';
import { CalculerChiffresUseCase } from './calculer-chiffres.use-case.ts';
import { ChiffresCertificationUseCase } from './chiffres-certification.use-case.ts';
import { ChiffresFormationRepository } from './chiffres-formation.repository.ts';
import { ChiffresQuery } from './chiffres.query.ts';
import { DemanderChiffresUseCase } from './demander-chiffres.use-case.ts';
import { RattraperChiffresUseCase } from './rattraper-chiffres.use-case.ts';
import { IndicateurRepository } from './indicateur.repository.ts';
import { PaquetIndicateursRepository } from './paquet-indicateurs.repository.ts';

const providers = [
  CalculChiffresRepository,
  CalculerChiffresUseCase,
  ChiffresCertificationUseCase,
  ChiffresFormationRepository,
  ChiffresQuery,
  DemanderChiffresUseCase,
  IndicateurRepository,
  PaquetIndicateursRepository,
  RattraperChiffresUseCase,
];

@Module({
  imports: [AppariementsModule, EtablissementsModule, JournalModule, ReferentielsModule],
  providers,
  exports: providers,
})
export class IndicateursModule implements OnModuleInit {
  constructor(
    private readonly endOfRun: EndOfRun,
    private readonly demander: DemanderChiffresUseCase,
  ) {}

  onModuleInit(): void {
    this.endOfRun.register((manager, executionId, ask) =>
      this.demander.apresExecution(manager, executionId, ask),
    );
  }
}
