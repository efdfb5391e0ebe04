import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { TYPES_TERRITOIRE, type CodeCertification } from '#matching';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { CalculChiffresRepository, type CalculView } from './calcul-chiffres.repository.ts';
import {
  ChiffresCertificationUseCase,
  type ChiffresCertificationView,
} from './chiffres-certification.use-case.ts';
import { ChiffresFormationRepository } from './chiffres-formation.repository.ts';
import { ChiffresQuery, type ChiffresFormationView, type IndicateurView } from './chiffres.query.ts';
import { DemanderChiffresUseCase } from './demander-chiffres.use-case.ts';

const formationId = z.string().regex(/^\d{1,18}$/);
const codeSchema = z
  .string()
  .regex(/^(CFD|SISE):[0-9A-Z]+$/)
  .transform((code) => code as CodeCertification);
const text = z.string().max(40).optional();

const indicateursQuery = listQuerySchema({
  id: formationId,
  sort: ['annee', 'id', 'millesime', 'codeCertification', 'codeTerritoire'],
  defaultSort: 'annee',
  defaultOrder: 'DESC',
  filter: {
    codeCertification: text,
    territoire: z.enum(TYPES_TERRITOIRE).optional(),
    codeTerritoire: text,
    millesime: text,
    source: z.enum(['inserjeunes', 'insersup', 'sies_passage', 'sies_reussite']).optional(),
  },
});

/** How the figures of a campaign stand. */
export interface EtatChiffresView {
  readonly executionId: string | null;
  readonly calcul: CalculView | null;
  readonly couverts: number;
  readonly nonCouverts: number;
}

@Controller()
export class ChiffresController {
  constructor(
    private readonly demander: DemanderChiffresUseCase,
    private readonly calculs: CalculChiffresRepository,
    private readonly formations: ChiffresFormationRepository,
    private readonly query: ChiffresQuery,
    private readonly certifications: ChiffresCertificationUseCase,
  ) {}

  @Get('campagnes/:id/chiffres')
  async etat(@Param('id', { schema: z.uuid() }) campagneId: string): Promise<EtatChiffresView> {
    const executionId = await this.calculs.executionOf(campagneId);
    if (executionId === null) return { executionId, calcul: null, couverts: 0, nonCouverts: 0 };
    const calcul = await this.calculs.lastOf(executionId);
    return { executionId, calcul, ...(await this.formations.compter(executionId)) };
  }

  @Post('campagnes/:id/chiffres')
  @HttpCode(202)
  @Roles('instructeur')
  calculer(
    @Param('id', { schema: z.uuid() }) campagneId: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<CalculView> {
    return this.demander.pourCampagne(campagneId, auteur);
  }

  @Post('calculs-chiffres/:id/annulation')
  @HttpCode(204)
  @Roles('instructeur')
  async annuler(
    @Param('id', { schema: z.uuid() }) calculId: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<void> {
    await this.demander.annuler(calculId, auteur);
  }

  @Get('formations/:id/chiffres')
  async ofFormation(@Param('id', { schema: formationId }) id: string): Promise<ChiffresFormationView> {
    const found = await this.query.ofFormation(id);
    if (found === null) {
      throw new NotFoundError(
        'CHIFFRES_ABSENTS',
        'les chiffres de cette formation ne sont pas encore calculés',
      );
    }
    return found;
  }

  @Get('certifications/:code/chiffres')
  ofCertification(
    @Param('code', { schema: codeSchema }) code: CodeCertification,
  ): Promise<ChiffresCertificationView> {
    return this.certifications.execute(code);
  }

  @Get('indicateurs')
  list(
    @Query({ schema: indicateursQuery }) query: z.infer<typeof indicateursQuery>,
  ): Promise<Page<IndicateurView>> {
    return this.query.list(query, query.filter);
  }
}
