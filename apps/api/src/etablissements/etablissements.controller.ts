import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { parseUai } from '#matching';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { desaccordsOf, type DesaccordEtablissement } from './desaccords.ts';
import {
  EtablissementDetailQuery,
  type FormationEtablissement,
  type LienEtablissement,
  type LigneListePublique,
  type OrganismeView,
  type SiretEtablissement,
} from './etablissement-detail.query.ts';
import { EtablissementQuery, type EtablissementView } from './etablissement.query.ts';
import { EtablissementsRepository } from './etablissements.repository.ts';
import { isPerime } from './fraicheur-quiforme.ts';

const uaiSchema = z
  .string()
  .refine((text) => parseUai(text) !== null, 'UAI attendue : 7 chiffres et leur lettre');

const etablissementsQuery = listQuerySchema({
  id: uaiSchema,
  sort: ['nom', 'id', 'uai', 'commune', 'academie', 'ouverture', 'nbFormations', 'nbNonConformes'],
  defaultSort: 'nom',
  filter: {
    q: z.string().max(200).optional(),
    academie: z.string().max(100).optional(),
    ouverture: z.enum(['ouverte', 'fermee', 'a_venir']).optional(),
    campagneId: z.uuid().optional(),
  },
});

export interface EtablissementDetail extends EtablissementView {
  readonly meres: readonly LienEtablissement[];
  readonly filles: readonly LienEtablissement[];
  readonly sirets: readonly SiretEtablissement[];
  readonly organismes: readonly (OrganismeView & { readonly perime: boolean })[];
  readonly listePublique: readonly LigneListePublique[];
  readonly desaccords: readonly DesaccordEtablissement[];
  readonly formations: readonly FormationEtablissement[];
}

@Controller('etablissements')
export class EtablissementsController {
  constructor(
    private readonly etablissements: EtablissementQuery,
    private readonly details: EtablissementDetailQuery,
    private readonly repository: EtablissementsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Query({ schema: etablissementsQuery }) query: z.infer<typeof etablissementsQuery>,
  ): Promise<Page<EtablissementView>> {
    return this.etablissements.list(query, query.filter, await this.repository.aMontrer());
  }

  @Get('academies')
  async academies(): Promise<{ data: string[] }> {
    return { data: await this.etablissements.academies(await this.repository.aMontrer()) };
  }

  @Get(':uai')
  async get(@Param('uai', { schema: uaiSchema }) uai: string): Promise<EtablissementDetail> {
    const instantanes = await this.repository.aMontrer();
    const one = { perPage: 1, offset: 0, sort: 'nom', order: 'ASC' } as const;
    const { data } = await this.etablissements.list(one, { ids: [uai] }, instantanes);
    const [found] = data;
    if (found === undefined) {
      throw new NotFoundError('ETABLISSEMENT_INCONNU', `ACCE ne connaît pas l'UAI ${uai}`);
    }
    const sirets = await this.details.sirets(instantanes, uai);
    const codes = sirets.map(({ siret }) => siret);
    const [meres, filles, organismes, listePublique, formations] = await Promise.all([
      this.details.liens(instantanes, uai, 'meres'),
      this.details.liens(instantanes, uai, 'filles'),
      this.details.organismes(instantanes, codes),
      this.details.listePublique(instantanes, codes),
      this.details.formations(uai),
    ]);
    const now = this.clock.now();
    return {
      ...found,
      meres,
      filles,
      sirets,
      organismes: organismes.map((one) => ({ ...one, perime: isPerime(one.obtenuLe, now) })),
      listePublique,
      desaccords: desaccordsOf(sirets, organismes, listePublique),
      formations,
    };
  }
}
