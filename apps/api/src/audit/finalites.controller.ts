import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { RuleViolationError } from '../common/domain-errors.ts';
import { DeclarerFinalite } from './declarer-finalite.use-case.ts';
import { FinaliteRepository, type FinaliteView, type Vitesse } from './finalite.repository.ts';

const finaliteBody = z.strictObject({
  traitement: z.enum(['vitesse']),
  finalite: z.string().trim().min(10).max(1_000),
  baseLegale: z.string().trim().min(3).max(500),
  dureeJours: z.int().min(1).max(400),
});
const vitesseQuery = z.object({ campagneId: z.uuid().optional() });

/**
 * Statistics about people: only while a purpose is declared. Those they are about read the declaration; administrators
 * alone read the figures (least privilege).
 */
@Controller()
export class FinalitesController {
  constructor(
    private readonly finalites: FinaliteRepository,
    private readonly declarer: DeclarerFinalite,
  ) {}

  /** Open to all: one must be able to know why one's work is measured, and since when. */
  @Get('finalites')
  async list(): Promise<{ data: FinaliteView[]; total: number }> {
    const data = await this.finalites.all();
    return { data, total: data.length };
  }

  @Post('finalites')
  @HttpCode(201)
  @Roles('administrateur')
  declare(
    @Body({ schema: finaliteBody }) body: z.infer<typeof finaliteBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<FinaliteView> {
    return this.declarer.declare(body, auteur);
  }

  @Delete('finalites/:id')
  @HttpCode(204)
  @Roles('administrateur')
  withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<void> {
    return this.declarer.withdraw(id, auteur);
  }

  @Get('statistiques/vitesse')
  @Roles('administrateur')
  async speed(
    @Query({ schema: vitesseQuery }) { campagneId }: z.infer<typeof vitesseQuery>,
  ): Promise<Vitesse & { finalite: FinaliteView }> {
    const finalite = await this.finalites.active('vitesse');
    if (finalite === null) {
      throw new RuleViolationError(
        'FINALITE_NON_DECLAREE',
        "aucune finalité n'est déclarée pour des statistiques de vitesse : elles ne sont pas calculées",
      );
    }
    return { finalite, ...(await this.finalites.vitesse(finalite, campagneId ?? null)) };
  }
}
