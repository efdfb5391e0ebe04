import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ETATS_COUVERTURE } from '#matching';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import {
  FormationQuery,
  type FacettesFormation,
  type FormationDetail,
  type FormationView,
} from './formation.query.ts';
import { conditionFormationSchema } from './formation-condition.ts';
import { ReadFormationsUseCase } from './read-formations.use-case.ts';

const text = z.string().max(200).optional();
const idSchema = z.string().regex(/^\d{1,18}$/);

const formationsQuery = listQuerySchema({
  id: idSchema,
  sort: ['rang', 'id', 'identifiant', 'libelle', 'statut', 'confiance', 'etablissement', 'academie', 'voeux'],
  defaultSort: 'rang',
  filter: {
    campagneId: z.uuid().optional(),
    executionId: z.uuid().optional(),
    q: text,
    statut: z.enum(['apparie', 'a_verifier', 'sans_correspondance']).optional(),
    motif: text,
    academie: text,
    typeDiplome: text,
    uai: text,
    voie: z.enum(['scolaire', 'apprentissage']).optional(),
    decision: z.enum(['humaine', 'auto']).optional(),
    signature: text,
    perimetre: z.enum(['dans', 'hors', 'sans_regle']).optional(),
    raisonCouverture: z.enum(ETATS_COUVERTURE).optional(),
    raisonConcordance: z.enum(ETATS_COUVERTURE).optional(),
    raisonCodes: z.enum(ETATS_COUVERTURE).optional(),
    typeCouverture: text,
    academieCode: text,
    condition: conditionFormationSchema.optional(),
  },
});
type FormationsQuery = z.infer<typeof formationsQuery>;

const facettesQuery = z.object({ campagneId: z.uuid().optional() });

@Controller('formations')
export class FormationsController {
  constructor(
    private readonly formations: FormationQuery,
    private readonly read: ReadFormationsUseCase,
  ) {}

  @Get()
  list(@Query({ schema: formationsQuery }) query: FormationsQuery): Promise<Page<FormationView>> {
    return this.read.list(query, query.filter);
  }

  /** Every row that the filter keeps, whatever the page asked for. */
  @Get('export')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="formations.csv"')
  async export(@Query({ schema: formationsQuery }) query: FormationsQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.read.csv(query.filter));
  }

  @Get('facettes')
  facettes(
    @Query({ schema: facettesQuery }) { campagneId }: z.infer<typeof facettesQuery>,
  ): Promise<FacettesFormation> {
    return this.formations.facettes(campagneId);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<FormationDetail> {
    const found = await this.formations.findById(id);
    if (found === null)
      throw new NotFoundError('FORMATION_INCONNUE', `aucune formation n'a l'identifiant ${id}`);
    return found;
  }
}
