import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import type { ResultatGroupe } from '../review/groupe.repository.ts';
import { CloreBande } from './clore-bande.use-case.ts';
import { TirageQuery, type TirageView } from './tirage.query.ts';
import { TirerEchantillon } from './tirer-echantillon.use-case.ts';

const idSchema = z.uuid();

const tiragesQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeLe', 'id'],
  defaultSort: 'creeLe',
  defaultOrder: 'DESC',
  filter: {
    campagneId: z.uuid().optional(),
    executionId: z.uuid().optional(),
    genre: z.enum(['audit', 'bande']).optional(),
  },
});

const drawn = {
  campagneId: z.uuid(),
  taille: z.int().min(1).max(2_000),
  graine: z.string().min(1).max(100).nullable().default(null),
};
const share = z.number().min(0).max(1);
const tirageBody = z.discriminatedUnion('genre', [
  z.strictObject({ genre: z.literal('audit'), ...drawn, nbControles: z.int().min(0).max(500).default(0) }),
  z
    .strictObject({
      genre: z.literal('bande'),
      ...drawn,
      confianceMin: share,
      confianceMax: share,
      risque: z.number().gt(0).lt(1),
    })
    .refine(({ confianceMin, confianceMax }) => confianceMin < confianceMax, {
      path: ['confianceMax'],
      error: 'doit dépasser confianceMin',
    }),
]);
const closeBody = z.strictObject({ commandeId: z.uuid() });

/** Random samples, and closing a score band on what they prove. */
@Controller('tirages')
export class TiragesController {
  constructor(
    private readonly tirages: TirageQuery,
    private readonly tirer: TirerEchantillon,
    private readonly clore: CloreBande,
  ) {}

  @Get()
  list(@Query({ schema: tiragesQuery }) query: z.infer<typeof tiragesQuery>): Promise<Page<TirageView>> {
    return this.tirages.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<TirageView> {
    const tirage = await this.tirages.findById(id);
    if (tirage === null) throw new NotFoundError('TIRAGE_INCONNU', `aucun tirage n'a l'identifiant ${id}`);
    return tirage;
  }

  @Post()
  @HttpCode(201)
  @Roles('adjudicateur')
  async draw(
    @Body({ schema: tirageBody }) body: z.infer<typeof tirageBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<TirageView> {
    const band = { nbControles: 0, confianceMin: null, confianceMax: null, risque: null };
    return this.get(await this.tirer.execute({ ...band, ...body, auteur }));
  }

  @Post(':id/cloture')
  @HttpCode(201)
  @Roles('adjudicateur')
  close(
    @Param('id', { schema: idSchema }) tirageId: string,
    @Body({ schema: closeBody }) { commandeId }: z.infer<typeof closeBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ResultatGroupe & { groupeId: string }> {
    return this.clore.execute({ tirageId, commandeId, auteur });
  }
}
