import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { InstantaneQuery, type InstantaneView } from './instantane.query.ts';

const idSchema = z.uuid();

const instantanesQuery = listQuerySchema({
  id: idSchema,
  sort: ['importeLe', 'id', 'table', 'nom', 'millesime', 'lignes', 'refusees'],
  defaultSort: 'importeLe',
  defaultOrder: 'DESC',
  filter: {
    table: z.string().max(100).optional(),
    statut: z.enum(['utilisable', 'a_confirmer', 'retire']).optional(),
  },
});

@Controller('instantanes')
export class InstantanesController {
  constructor(private readonly instantanes: InstantaneQuery) {}

  @Get()
  list(
    @Query({ schema: instantanesQuery }) query: z.infer<typeof instantanesQuery>,
  ): Promise<Page<InstantaneView>> {
    return this.instantanes.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<InstantaneView> {
    const found = await this.instantanes.findById(id);
    if (found === null) {
      throw new NotFoundError('INSTANTANE_INCONNU', `aucun instantané n'a l'identifiant ${id}`);
    }
    return found;
  }
}
