import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Page } from '../database/list-page.ts';
import { GENRES_ECART, type EcartExecution } from './comparaison-executions.query.ts';
import { CompareExecutionsUseCase, type ComparaisonExecutions } from './compare-executions.use-case.ts';

const idSchema = z.uuid();
const comparaisonQuery = z.object({ avec: idSchema });
const ecartsQuery = comparaisonQuery.extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(1_000).default(25),
  genre: z.enum(GENRES_ECART).exclude(['identique']).optional(),
});

/** A run (after) against another of the same campaign (`avec`, before). */
@Controller('executions/:id')
export class ComparaisonExecutionsController {
  constructor(private readonly compare: CompareExecutionsUseCase) {}

  @Get('comparaison')
  summary(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: comparaisonQuery }) { avec }: z.infer<typeof comparaisonQuery>,
  ): Promise<ComparaisonExecutions> {
    return this.compare.summary(avec, id);
  }

  @Get('ecarts')
  ecarts(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: ecartsQuery }) { avec, page, perPage, genre }: z.infer<typeof ecartsQuery>,
  ): Promise<Page<EcartExecution>> {
    return this.compare.ecarts(avec, id, { perPage, offset: (page - 1) * perPage, genre });
  }
}
