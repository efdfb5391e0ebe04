import { Module } from '@nestjs/common';
import { ReferentielsModule } from '../referentiels/referentiels.module.ts';
import { CpfController } from './cpf.controller.ts';
import { CpfQuery } from './cpf.query.ts';
import { PreparationCpfRepository } from './preparation-cpf.repository.ts';
import { ReadCpfUseCase } from './read-cpf.use-case.ts';

/** What is bought with the CPF, beside a certification. */
@Module({
  imports: [ReferentielsModule],
  controllers: [CpfController],
  providers: [CpfQuery, PreparationCpfRepository, ReadCpfUseCase],
})
export class CpfHttpModule {}
