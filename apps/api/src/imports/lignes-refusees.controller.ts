import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { InstantaneQuery, type LigneRefuseeView } from './instantane.query.ts';

const lignesRefuseesQuery = listQuerySchema({
  id: z.string().regex(/^\d{1,18}$/),
  sort: ['ligne', 'id', 'colonne', 'motif'],
  defaultSort: 'ligne',
  filter: { instantaneId: z.uuid().optional() },
});

@Controller('lignes-refusees')
export class LignesRefuseesController {
  constructor(private readonly instantanes: InstantaneQuery) {}

  @Get()
  list(
    @Query({ schema: lignesRefuseesQuery }) query: z.infer<typeof lignesRefuseesQuery>,
  ): Promise<Page<LigneRefuseeView>> {
    return this.instantanes.listRefusees(query, query.filter);
  }
}
