import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Page } from '../database/list-page.ts';
import {
  CompareExportsUseCase,
  type ComparaisonExports,
  type EcartExport,
} from './compare-exports.use-case.ts';
import { GENRES_ECART_EXPORT } from './ecarts-exports.ts';

const idSchema = z.uuid();
const comparaisonQuery = z.object({ avec: idSchema });
const filtreQuery = comparaisonQuery.extend({
  genre: z.enum(GENRES_ECART_EXPORT).optional(),
  champ: z.string().max(100).optional(),
  q: z.string().trim().max(100).optional(),
});
const ecartsQuery = filtreQuery.extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(1_000).default(25),
});

/** An export (after) against another of the same platform (`avec`, before). */
@Controller('exports/:id')
export class ComparaisonExportsController {
  constructor(private readonly compare: CompareExportsUseCase) {}

  @Get('comparaison')
  summary(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: comparaisonQuery }) { avec }: z.infer<typeof comparaisonQuery>,
  ): Promise<ComparaisonExports> {
    return this.compare.summary(avec, id);
  }

  @Get('ecarts')
  ecarts(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: ecartsQuery }) { avec, page, perPage, ...filtre }: z.infer<typeof ecartsQuery>,
  ): Promise<Page<EcartExport>> {
    return this.compare.ecarts(avec, id, { ...filtre, perPage, offset: (page - 1) * perPage });
  }

  @Get('ecarts.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="ecarts.csv"')
  async csv(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: filtreQuery }) { avec, ...filtre }: z.infer<typeof filtreQuery>,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.compare.csv(avec, id, filtre));
  }
}
