import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';
import { ChangeStatutUseCase, type Acte } from './change-statut.use-case.ts';

const idSchema = z.uuid();
const acteBody = z.strictObject({ motif: z.string().trim().max(500).nullable().default(null) });
type ActeBody = z.infer<typeof acteBody>;

/** Takes a snapshot out of service, puts it back, confirms one that waits for it. */
@Controller('instantanes/:id')
@Roles('administrateur')
export class InstantaneStatutController {
  constructor(
    private readonly changeStatut: ChangeStatutUseCase,
    private readonly instantanes: InstantaneQuery,
  ) {}

  @Post('retrait')
  @HttpCode(200)
  retire(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: acteBody }) body: ActeBody,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<InstantaneView> {
    return this.act('retirer', id, body, auteur);
  }

  @Post('confirmation')
  @HttpCode(200)
  confirm(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: acteBody }) body: ActeBody,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<InstantaneView> {
    return this.act('confirmer', id, body, auteur);
  }

  @Post('remise-en-service')
  @HttpCode(200)
  restore(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: acteBody }) body: ActeBody,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<InstantaneView> {
    return this.act('remettre', id, body, auteur);
  }

  private async act(
    acte: Acte,
    instantaneId: string,
    { motif }: ActeBody,
    auteur: AuthenticatedCompte,
  ): Promise<InstantaneView> {
    await this.changeStatut.execute({ acte, instantaneId, motif: motif === '' ? null : motif, auteur });
    const changed = await this.instantanes.findById(instantaneId);
    if (changed === null)
      throw new NotFoundError('INSTANTANE_INCONNU', `instantané ${instantaneId} introuvable`);
    return changed;
  }
}
