import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Changement } from './changement.ts';
import { CompareInstantanesUseCase, type Comparaison } from './compare-instantanes.use-case.ts';

const idSchema = z.uuid();
const comparaisonQuery = z.object({ avec: idSchema });
const changementsQuery = comparaisonQuery.extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(1_000).default(25),
  genre: z.enum(['ajoute', 'retire', 'modifie']).optional(),
  /** Beginning of the key. */
  q: z.string().trim().max(100).optional(),
});

/** A snapshot (after) against another of the same table (`avec`, before). */
@Controller('instantanes/:id')
export class ComparaisonsController {
  constructor(private readonly compare: CompareInstantanesUseCase) {}

  @Get('comparaison')
  summary(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: comparaisonQuery }) { avec }: z.infer<typeof comparaisonQuery>,
  ): Promise<Comparaison> {
    return this.compare.summary(avec, id);
  }

  @Get('changements')
  changes(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: changementsQuery }) query: z.infer<typeof changementsQuery>,
  ): Promise<{ data: Changement[]; total: number }> {
    const { avec, page, perPage, genre, q } = query;
    return this.compare.changes(avec, id, {
      perPage,
      offset: (page - 1) * perPage,
      genre,
      q: q === '' ? undefined : q,
    });
  }
}
