import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { presentPlanification, type PlanificationView } from './planification.presenter.ts';
import { GENRES, PlanificationRepository } from './planification.repository.ts';
import { SavePlanificationUseCase } from './save-planification.use-case.ts';

const idSchema = z.uuid();

const planificationsQuery = listQuerySchema({
  id: idSchema,
  sort: ['nom', 'id', 'source', 'creeLe', 'derniereExecutionLe'],
  defaultSort: 'nom',
  filter: { actif: z.boolean().optional() },
});

const planificationBody = z.strictObject({
  nom: z.string().trim().min(1).max(200),
  genre: z.enum(GENRES).default('dossier'),
  source: z.string().min(1).max(100),
  /** Of a folder only. */
  chemin: z.string().trim().min(1).max(500).nullable().default(null),
  /** Of a service only. */
  parametres: z.record(z.string(), z.json()).default({}),
  cron: z
    .string()
    .max(100)
    .transform((cron) => cron.trim().replaceAll(/\s+/g, ' ')),
  actif: z.boolean().default(true),
});
type PlanificationBody = z.infer<typeof planificationBody>;

/** When each source is brought in. Everyone sees it, with what is late; an administrator edits it. */
@Controller('planifications')
export class PlanificationsController {
  constructor(
    private readonly planifications: PlanificationRepository,
    private readonly save: SavePlanificationUseCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Query({ schema: planificationsQuery }) query: z.infer<typeof planificationsQuery>,
  ): Promise<Page<PlanificationView>> {
    const { data, total } = await this.planifications.list(query, query.filter);
    return { data: data.map((record) => presentPlanification(record, this.clock.now())), total };
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<PlanificationView> {
    const found = await this.planifications.findById(id);
    if (found === null) {
      throw new NotFoundError('PLANIFICATION_INCONNUE', `aucune planification n'a l'identifiant ${id}`);
    }
    return presentPlanification(found, this.clock.now());
  }

  @Post()
  @HttpCode(201)
  @Roles('administrateur')
  async create(
    @Body({ schema: planificationBody }) body: PlanificationBody,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<PlanificationView> {
    return this.get(await this.save.create(body, auteur));
  }

  @Put(':id')
  @Roles('administrateur')
  async update(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: planificationBody }) body: PlanificationBody,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<PlanificationView> {
    await this.save.update(id, body, auteur);
    return this.get(id);
  }

  @Post(':id/execution')
  @HttpCode(202)
  @Roles('administrateur')
  async runNow(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<PlanificationView> {
    await this.save.runNow(id, auteur);
    return this.get(id);
  }
}
