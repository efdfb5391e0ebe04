import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { filterParameter, listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { AnnulationQuery, type ApercuAnnulation, type MaDecision } from './annulation.query.ts';
import { checkReaches } from './decision-author.ts';
import { CompteurDeFile } from './compteur-de-file.ts';
import { enAveugle, FichesDeControle } from './fiches-de-controle.ts';
import type { Facettes } from './facettes.query.ts';
import { ORIGINES_JUGEMENT, VERDICTS } from './jugement.ts';
import { ACTEURS, LIBELLE_ACTEUR, MOTIFS_AUCUNE, MOTIFS_DECRITS } from './motif-aucune.ts';
import { RecordDecisionUseCase } from './record-decision.use-case.ts';
import { reponseShape } from './reponse.schema.ts';
import { REVUE_FILTER, revueFilterSchema, type RevueFilter } from './revue-filter.ts';
import type { RevueDetail, RevueListView } from './revue-view.ts';
import { RevueQuery } from './revue.query.ts';

const idSchema = z.uuid();

const revuesQuery = listQuerySchema({
  id: idSchema,
  sort: ['priorite', 'id', 'libelle', 'nbFormations', 'confiance', 'creeLe'],
  defaultSort: 'priorite',
  defaultOrder: 'DESC',
  filter: REVUE_FILTER,
});

const mesDecisionsQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeLe', 'id'],
  defaultSort: 'creeLe',
  defaultOrder: 'DESC',
  filter: {
    verdict: z.enum([...VERDICTS, 'annule']).optional(),
    campagneId: z.uuid().optional(),
    origine: z.enum(ORIGINES_JUGEMENT).optional(),
  },
});

const filterQuery = z.object({ filter: filterParameter(revueFilterSchema) });

const undoBody = z.strictObject({ commandeId: z.uuid(), version: z.int().nonnegative() });

const decisionBody = undoBody.extend({
  ...reponseShape,
  acteur: z.enum(ACTEURS).nullable().default(null),
});

interface Decided {
  readonly revue: RevueDetail;
  readonly suivanteId: string | null;
}

/** The review queue as a list, its items, and decisions as commands. */
@Controller('revues')
export class RevuesController {
  constructor(
    private readonly revues: RevueQuery,
    private readonly compteur: CompteurDeFile,
    private readonly annulations: AnnulationQuery,
    private readonly decisions: RecordDecisionUseCase,
    private readonly controles: FichesDeControle,
  ) {}

  @Get()
  list(
    @Query({ schema: revuesQuery }) query: z.infer<typeof revuesQuery>,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<Page<RevueListView>> {
    return this.revues.list(query, query.filter, compte);
  }

  @Get('facettes')
  facets(
    @Query({ schema: filterQuery }) { filter }: z.infer<typeof filterQuery>,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<Facettes> {
    return this.compteur.facets(filter, compte);
  }

  /** The reasons of « aucune » with whom each one asks to act, as a screen lists them. */
  @Get('motifs')
  motifs(): { data: object[]; acteurs: object[] } {
    return {
      data: MOTIFS_AUCUNE.map((motif) => ({ motif, ...MOTIFS_DECRITS[motif], acteurs: ACTEURS })),
      acteurs: ACTEURS.map((acteur) => ({ acteur, libelle: LIBELLE_ACTEUR[acteur] })),
    };
  }

  @Get('decisions')
  mine(
    @Query({ schema: mesDecisionsQuery }) query: z.infer<typeof mesDecisionsQuery>,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<Page<MaDecision>> {
    return this.annulations.mine(query, compteId, query.filter);
  }

  @Get(':id')
  async get(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: filterQuery }) { filter }: { filter: RevueFilter },
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<RevueDetail> {
    const revue = found(id, await this.revues.findById(id, compte, filter));
    checkReaches(compte, revue);
    const ouvertes = await this.controles.ouvertes(compte.compteId);
    return ouvertes.includes(id) ? enAveugle(revue) : revue;
  }

  @Post(':id/decisions')
  @HttpCode(201)
  @Roles('instructeur')
  async decide(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: filterQuery }) { filter }: { filter: RevueFilter },
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<Decided> {
    const command = { ...body, revueId: id, auteur };
    // A control is answered like any item, and its answer decides nothing.
    if (!(await this.controles.repondre(command))) await this.decisions.decide(command);
    return this.after(id, filter, auteur);
  }

  @Get(':id/annulation')
  async preview(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<ApercuAnnulation> {
    const apercu = found(id, await this.annulations.preview(id, compteId));
    if (apercu.possible || !(await this.controles.lue(compteId, id))) return apercu;
    return { ...apercu, raison: 'c’était une fiche de contrôle : votre réponse n’a rien changé' };
  }

  @Post(':id/annulation')
  @HttpCode(201)
  @Roles('instructeur')
  async undo(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: filterQuery }) { filter }: { filter: RevueFilter },
    @Body({ schema: undoBody }) body: z.infer<typeof undoBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<Decided> {
    await this.decisions.undo({ ...body, revueId: id, auteur });
    return this.after(id, filter, auteur);
  }

  private async after(id: string, filter: RevueFilter, compte: AuthenticatedCompte): Promise<Decided> {
    const revue = await this.get(id, { filter }, compte);
    return { revue, suivanteId: revue.suivanteId };
  }
}

function found<Thing>(id: string, thing: Thing | null): Thing {
  if (thing === null)
    throw new NotFoundError('REVUE_INCONNUE', `aucun dossier de revue n'a l'identifiant ${id}`);
  return thing;
}
