import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { checkReaches } from './decision-author.ts';
import { ReadAnterioritesUseCase, type Anteriorites } from './read-anteriorites.use-case.ts';
import { RevueRepository } from './revue.repository.ts';

/** What was decided of the formations of an item in earlier campaigns. */
@Controller('revues')
export class AnterioritesController {
  constructor(
    private readonly revues: RevueRepository,
    private readonly anteriorites: ReadAnterioritesUseCase,
  ) {}

  @Get(':id/anteriorites')
  async read(
    @Param('id', { schema: z.uuid() }) id: string,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<Anteriorites> {
    const revue = await this.revues.findById(id);
    if (revue === null)
      throw new NotFoundError('REVUE_INCONNUE', `aucun dossier de revue n'a l'identifiant ${id}`);
    checkReaches(compte, revue);
    return this.anteriorites.execute(revue);
  }
}
