import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { CancelExecutionUseCase } from './cancel-execution.use-case.ts';
import { ExecutionQuery, type ExecutionView } from './execution.query.ts';

const idSchema = z.uuid();

const executionsQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeeLe', 'id', 'statut', 'campagneNom', 'termineeLe'],
  defaultSort: 'creeeLe',
  defaultOrder: 'DESC',
  filter: {
    campagneId: z.uuid().optional(),
    statut: z.enum(['en_attente', 'en_cours', 'terminee', 'echouee', 'annulee']).optional(),
  },
});

@Controller('executions')
export class ExecutionsController {
  constructor(
    private readonly query: ExecutionQuery,
    private readonly cancelExecution: CancelExecutionUseCase,
  ) {}

  @Get()
  list(
    @Query({ schema: executionsQuery }) query: z.infer<typeof executionsQuery>,
  ): Promise<Page<ExecutionView>> {
    return this.query.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<ExecutionView> {
    const found = await this.query.findById(id);
    if (found === null)
      throw new NotFoundError('EXECUTION_INCONNUE', `aucune exécution n'a l'identifiant ${id}`);
    return found;
  }

  @Post(':id/annulation')
  @HttpCode(200)
  @Roles('instructeur')
  async cancel(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ExecutionView> {
    const cancelled = await this.cancelExecution.execute(id, auteur);
    const execution = await this.get(id);
    if (!cancelled && execution.statut !== 'annulee') {
      throw new RuleViolationError('EXECUTION_FINIE', 'cette exécution est déjà finie');
    }
    return execution;
  }
}
