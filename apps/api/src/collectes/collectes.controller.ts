import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { CollecteQuery, STATUTS_COLLECTE, type CollecteView } from './collecte.query.ts';
import { RequestCollecteUseCase } from './request-collecte.use-case.ts';

const idSchema = z.uuid();

const collectesQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeLe', 'id', 'source', 'statut'],
  defaultSort: 'creeLe',
  defaultOrder: 'DESC',
  filter: {
    source: z.string().max(100).optional(),
    statut: z.enum(STATUTS_COLLECTE).optional(),
    planificationId: idSchema.optional(),
  },
});

const collecteBody = z.strictObject({
  source: z.string().min(1).max(100),
  parametres: z.record(z.string(), z.json()).default({}),
});

/** Imports by API: everyone follows them, an administrator starts, resumes and cancels them. */
@Controller('collectes')
export class CollectesController {
  constructor(
    private readonly collectes: CollecteQuery,
    private readonly request: RequestCollecteUseCase,
  ) {}

  @Get()
  list(
    @Query({ schema: collectesQuery }) query: z.infer<typeof collectesQuery>,
  ): Promise<Page<CollecteView>> {
    return this.collectes.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<CollecteView> {
    const found = await this.collectes.findById(id);
    if (found === null) {
      throw new NotFoundError('COLLECTE_INCONNUE', `aucune collecte n'a l'identifiant ${id}`);
    }
    return found;
  }

  @Post()
  @HttpCode(202)
  @Roles('administrateur')
  async create(
    @Body({ schema: collecteBody }) body: z.infer<typeof collecteBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<CollecteView> {
    return this.get(await this.request.execute({ ...body, auteur }));
  }

  @Post(':id/reprise')
  @HttpCode(202)
  @Roles('administrateur')
  async resume(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<CollecteView> {
    await this.request.resume(id, auteur);
    return this.get(id);
  }

  @Post(':id/annulation')
  @HttpCode(200)
  @Roles('administrateur')
  async cancel(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<CollecteView> {
    await this.request.cancel(id, auteur);
    return this.get(id);
  }
}
