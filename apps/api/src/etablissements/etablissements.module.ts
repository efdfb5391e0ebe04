import { Module } from '@nestjs/common';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { ControleQuery } from './controle.query.ts';
import { ControleRepository } from './controle.repository.ts';
import { ControlerFormationsUseCase } from './controler-formations.use-case.ts';
import { ControlesARefaireQuery } from './controles-a-refaire.query.ts';
import { DemanderControles } from './demander-controles.ts';
import { EtablissementDetailQuery } from './etablissement-detail.query.ts';
import { EtablissementQuery } from './etablissement.query.ts';
import { EtablissementsRepository } from './etablissements.repository.ts';
import { InstantanesEtablissementsQuery } from './instantanes-etablissements.query.ts';
import { PreparationRepository } from './preparation.repository.ts';

const providers = [
  ControleQuery,
  EtablissementDetailQuery,
  EtablissementQuery,
  ControleRepository,
  ControlerFormationsUseCase,
  ControlesARefaireQuery,
  DemanderControles,
  EtablissementsRepository,
  InstantanesEtablissementsQuery,
  PreparationRepository,
];

/** Establishments and the checks of those of a run. */
@Module({ imports: [ReferentielsModule], providers, exports: providers })
export class EtablissementsModule {}
