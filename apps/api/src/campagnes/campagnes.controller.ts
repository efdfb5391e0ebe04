import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { CampagneQuery, type CampagneView } from './campagne.query.ts';
import { CreateCampagneUseCase } from './create-campagne.use-case.ts';

const idSchema = z.uuid();

const campagnesQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeeLe', 'id', 'nom', 'plateforme', 'rentree', 'nbFormations', 'nbARevoir'],
  defaultSort: 'creeeLe',
  defaultOrder: 'DESC',
  filter: {},
});

const campagneBody = z.strictObject({
  nom: z.string().trim().min(1).max(200),
  plateforme: z.enum(['parcoursup', 'affelnet', 'apprentissage', 'generique']),
  rentree: z.iso.date(),
  catalogueId: z.uuid(),
  referencesIds: z.array(z.uuid()).nullable().default(null),
});

@Controller('campagnes')
export class CampagnesController {
  constructor(
    private readonly campagnes: CampagneQuery,
    private readonly createCampagne: CreateCampagneUseCase,
  ) {}

  @Get()
  list(
    @Query({ schema: campagnesQuery }) query: z.infer<typeof campagnesQuery>,
  ): Promise<Page<CampagneView>> {
    return this.campagnes.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<CampagneView> {
    const found = await this.campagnes.findById(id);
    if (found === null)
      throw new NotFoundError('CAMPAGNE_INCONNUE', `aucune campagne n'a l'identifiant ${id}`);
    return found;
  }

  @Post()
  @HttpCode(201)
  @Roles('instructeur')
  async create(
    @Body({ schema: campagneBody }) body: z.infer<typeof campagneBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<CampagneView> {
    return this.get(await this.createCampagne.execute({ ...body, auteur }));
  }
}
