import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { CodeCertification } from '#matching';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { MOTIFS_AUCUNE, VERDICTS } from './jugement.ts';
import { RecordDecisionUseCase } from './record-decision.use-case.ts';
import { RevueQuery, type RevueDetail, type RevueListView } from './revue.query.ts';

const idSchema = z.uuid();

const revuesQuery = listQuerySchema({
  id: idSchema,
  sort: ['priorite', 'id', 'libelle', 'nbFormations', 'confiance', 'creeLe'],
  defaultSort: 'priorite',
  defaultOrder: 'DESC',
  filter: {
    campagneId: z.uuid().optional(),
    statut: z.enum(['a_traiter', 'decide', 'obsolete']).optional(),
    q: z.string().max(200).optional(),
    motif: z.string().max(50).optional(),
    typeDiplome: z.string().max(200).optional(),
  },
});

const undoBody = z.strictObject({ commandeId: z.uuid(), version: z.int().nonnegative() });
const decisionBody = undoBody.extend({
  verdict: z.enum(VERDICTS),
  codeCertification: z
    .string()
    .regex(/^(CFD|SISE|MEFSTAT11):[0-9A-Z]+$/)
    .transform((code) => code as CodeCertification)
    .nullable()
    .default(null),
  motif: z.enum(MOTIFS_AUCUNE).nullable().default(null),
  commentaire: z.string().max(2_000).nullable().default(null),
});

/** The review queue, and decisions as commands. */
@Controller('revues')
export class RevuesController {
  constructor(
    private readonly revues: RevueQuery,
    private readonly decisions: RecordDecisionUseCase,
  ) {}

  @Get()
  list(@Query({ schema: revuesQuery }) query: z.infer<typeof revuesQuery>): Promise<Page<RevueListView>> {
    return this.revues.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<RevueDetail> {
    const revue = await this.revues.findById(id);
    if (revue === null)
      throw new NotFoundError('REVUE_INCONNUE', `aucun dossier de revue n'a l'identifiant ${id}`);
    return revue;
  }

  @Post(':id/decisions')
  @HttpCode(201)
  @Roles('instructeur')
  async decide(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<{ revue: RevueDetail; suivanteId: string | null }> {
    await this.decisions.decide({ ...body, revueId: id, auteur });
    return this.after(id);
  }

  @Post(':id/annulation')
  @HttpCode(201)
  @Roles('instructeur')
  async undo(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: undoBody }) body: z.infer<typeof undoBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<{ revue: RevueDetail; suivanteId: string | null }> {
    await this.decisions.undo({ ...body, revueId: id, auteur });
    return this.after(id);
  }

  private async after(id: string): Promise<{ revue: RevueDetail; suivanteId: string | null }> {
    const revue = await this.get(id);
    return { revue, suivanteId: revue.suivanteId };
  }
}
