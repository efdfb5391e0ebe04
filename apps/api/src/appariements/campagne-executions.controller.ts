import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { CampagneQuery, type CampagneView } from '../campagnes/campagne.query.ts';
import { ExecutionQuery, type ExecutionView } from './execution.query.ts';
import { LaunchExecutionUseCase } from './launch-execution.use-case.ts';
import { PublishExecutionUseCase } from './publish-execution.use-case.ts';
import { RISQUE_PAR_DEFAUT } from './risque.ts';

const launchBody = z.strictObject({ risque: z.number().gt(0).max(0.5).default(RISQUE_PAR_DEFAUT) });
const publishBody = z.strictObject({ executionId: z.uuid() });
const idSchema = z.uuid();

/** What is asked of a campaign's runs: start one, publish one. */
@Controller('campagnes/:id')
export class CampagneExecutionsController {
  constructor(
    private readonly launch: LaunchExecutionUseCase,
    private readonly publish: PublishExecutionUseCase,
    private readonly executions: ExecutionQuery,
    private readonly campagnes: CampagneQuery,
  ) {}

  @Post('executions')
  @HttpCode(202)
  @Roles('instructeur')
  async start(
    @Param('id', { schema: idSchema }) campagneId: string,
    @Body({ schema: launchBody }) { risque }: z.infer<typeof launchBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ExecutionView> {
    const id = await this.launch.execute({ campagneId, risque, auteur });
    const execution = await this.executions.findById(id);
    if (execution === null) throw new NotFoundError('EXECUTION_INCONNUE', `exécution ${id} introuvable`);
    return execution;
  }

  @Post('publication')
  @HttpCode(200)
  @Roles('administrateur')
  async publishOne(
    @Param('id', { schema: idSchema }) campagneId: string,
    @Body({ schema: publishBody }) { executionId }: z.infer<typeof publishBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<CampagneView> {
    await this.publish.execute({ campagneId, executionId, auteur });
    const campagne = await this.campagnes.findById(campagneId);
    if (campagne === null) throw new NotFoundError('CAMPAGNE_INCONNUE', `campagne ${campagneId} introuvable`);
    return campagne;
  }
}
