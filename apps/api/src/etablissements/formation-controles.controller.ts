import { Controller, Get, Inject, Param } from '@nestjs/common';
import { z } from 'zod';
import type { ControleDate } from '#matching';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { ControleQuery, type ControlesFormationView } from './controle.query.ts';
import { controlesDates } from './fraicheur-quiforme.ts';

@Controller('formations/:id/controles')
export class FormationControlesController {
  constructor(
    private readonly controles: ControleQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async get(
    @Param('id', { schema: z.string().regex(/^\d{1,18}$/) }) id: string,
  ): Promise<Omit<ControlesFormationView, 'controles'> & { controles: ControleDate[] }> {
    const found = await this.controles.deFormation(id);
    if (found === null)
      throw new NotFoundError('FORMATION_INCONNUE', `aucune formation n'a l'identifiant ${id}`);
    return { ...found, controles: controlesDates(found.controles, this.clock.now()) };
  }
}
