import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { RequeteRepository, type RequeteView } from './requete.repository.ts';

const idSchema = z.uuid();

const requetesQuery = listQuerySchema({
  id: idSchema,
  sort: ['nom', 'id', 'creeLe'],
  defaultSort: 'nom',
  filter: { ecran: z.string().max(50).optional() },
});

const requeteBody = z.strictObject({
  ecran: z.string().regex(/^[a-z-]{1,50}$/),
  nom: z.string().trim().min(1).max(120),
  /** What the list reads back: its own filters, which it checks each time. */
  filtre: z.record(z.string().max(100), z.json()).refine((filtre) => JSON.stringify(filtre).length <= 10_000),
  partagee: z.boolean().default(false),
});
type RequeteBody = z.infer<typeof requeteBody>;

/** The filters that someone keeps for a list, for themselves or for all. */
@Controller('requetes')
export class RequetesController {
  constructor(
    private readonly requetes: RequeteRepository,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  @Get()
  list(
    @Query({ schema: requetesQuery }) query: z.infer<typeof requetesQuery>,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<Page<RequeteView>> {
    return this.requetes.list(query, compteId, query.filter);
  }

  @Get(':id')
  get(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<RequeteView> {
    return this.find(id, compteId);
  }

  @Post()
  @HttpCode(201)
  async create(
    @Body({ schema: requeteBody }) body: RequeteBody,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<RequeteView> {
    const id = this.ids.uuid();
    await this.requetes.save({ ...body, id, compteId });
    return this.find(id, compteId);
  }

  @Put(':id')
  async update(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: requeteBody }) body: RequeteBody,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<RequeteView> {
    await this.find(id, compteId);
    if (!(await this.requetes.save({ ...body, id, compteId }))) throw unknown(id);
    return this.find(id, compteId);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<void> {
    if (!(await this.requetes.remove(id, compteId))) throw unknown(id);
  }

  private async find(id: string, compteId: string): Promise<RequeteView> {
    const { data } = await this.requetes.list(
      { perPage: 1, offset: 0, sort: 'nom', order: 'ASC' },
      compteId,
      { ids: [id] },
    );
    if (data[0] === undefined) throw unknown(id);
    return data[0];
  }
}

/** Someone else's is answered like one that does not exist. */
const unknown = (id: string): NotFoundError =>
  new NotFoundError('REQUETE_INCONNUE', `vous n'avez pas de requête enregistrée ${id}`);
