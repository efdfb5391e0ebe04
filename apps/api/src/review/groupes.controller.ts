import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { academiesOf } from '../common/auth/perimetre-compte.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { checkReaches } from './decision-author.ts';
import { DecideGroupeUseCase } from './decide-groupe.use-case.ts';
import {
  GroupeRepository,
  type AnnulationGroupe,
  type GroupeView,
  type ResultatGroupe,
} from './groupe.repository.ts';
import { ACTEURS, MOTIFS_AUCUNE } from './motif-aucune.ts';
import { describePatron } from './patron.ts';
import type { RevueListView } from './revue-view.ts';
import { RevueQuery } from './revue.query.ts';
import { RevueRepository } from './revue.repository.ts';

const idSchema = z.uuid();
/** Items decided at once: as many as a person can still take back with their eyes open. */
const MAX_ELEMENTS = 1_000;
const EXAMPLES = 10;

const groupesQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeLe', 'id', 'decides'],
  defaultSort: 'creeLe',
  defaultOrder: 'DESC',
  filter: { campagneId: z.uuid().optional() },
});

const groupeBody = z.strictObject({
  commandeId: z.uuid(),
  revueId: z.uuid(),
  verdict: z.enum(['accepte', 'aucune']),
  motif: z.enum(MOTIFS_AUCUNE).nullable().default(null),
  acteur: z.enum(ACTEURS).nullable().default(null),
  commentaire: z.string().max(2_000).nullable().default(null),
  elements: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().nonnegative() }))
    .min(1)
    .max(MAX_ELEMENTS),
});
const undoBody = z.strictObject({ commandeId: z.uuid() });

interface Similaires {
  readonly patron: string;
  /** The pattern in French, a line each. */
  readonly description: readonly string[];
  readonly nombre: number;
  readonly exemples: readonly (RevueListView & {
    premierCandidat: { codeCertification: string; libelle: string } | null;
  })[];
  readonly elements: readonly { id: string; version: number }[];
}

/** Items that look alike, decided and taken back together. */
@Controller('revues')
export class GroupesController {
  constructor(
    private readonly groupes: GroupeRepository,
    private readonly decideGroupe: DecideGroupeUseCase,
    private readonly revues: RevueQuery,
    private readonly items: RevueRepository,
  ) {}

  @Get('groupes')
  list(
    @Query({ schema: groupesQuery }) query: z.infer<typeof groupesQuery>,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<Page<GroupeView>> {
    return this.groupes.list(query, compteId, query.filter);
  }

  @Get('groupes/:id')
  async get(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<GroupeView> {
    const groupe = await this.groupes.findById(id, compteId);
    if (groupe === null) {
      throw new NotFoundError('GROUPE_INCONNU', `aucune décision groupée n'a l'identifiant ${id}`);
    }
    return groupe;
  }

  @Post('groupes')
  @HttpCode(201)
  @Roles('instructeur')
  decide(
    @Body({ schema: groupeBody }) body: z.infer<typeof groupeBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ResultatGroupe & { groupeId: string }> {
    return this.decideGroupe.decide({ ...body, auteur });
  }

  @Post('groupes/:id/annulation')
  @HttpCode(201)
  @Roles('instructeur')
  undo(
    @Param('id', { schema: idSchema }) groupeId: string,
    @Body({ schema: undoBody }) { commandeId }: z.infer<typeof undoBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<AnnulationGroupe> {
    return this.decideGroupe.undo({ groupeId, commandeId, auteur });
  }

  @Get(':id/similaires')
  async similar(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<Similaires> {
    const revue = await this.items.findById(id);
    if (revue === null)
      throw new NotFoundError('REVUE_INCONNUE', `aucun dossier de revue n'a l'identifiant ${id}`);
    checkReaches(compte, revue);
    const { patron, campagneId } = revue;
    const { nombre, elements } = await this.groupes.similar(
      { campagneId, patron, compteId: compte.compteId, academies: academiesOf(compte) },
      MAX_ELEMENTS,
    );
    const others = elements.filter((element) => element.id !== id).slice(0, EXAMPLES);
    const exemples = await this.revues.details(
      others.map((element) => element.id),
      compte,
    );
    return {
      patron,
      description: describePatron(patron),
      nombre,
      exemples: exemples.map(({ candidats, resolutions: _, jugements: _j, formations: _f, ...view }) => ({
        ...view,
        premierCandidat:
          candidats[0] === undefined
            ? null
            : { codeCertification: candidats[0].codeCertification, libelle: candidats[0].libelle },
      })),
      elements,
    };
  }
}
