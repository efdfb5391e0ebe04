import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { ACADEMIES } from '#matching';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { CompteRegleQuery, type CompteDeCampagne, type ValeursPerimetre } from './compte-regle.query.ts';
import { requireDerogationRights } from './droits.ts';
import {
  academieSchema,
  conditionIntegrationSchema,
  CONDITIONS_INTEGRATION,
  rankRegles,
  regleEditSchema,
  type ReglePerimetre,
} from './regle-perimetre.ts';
import { ReglePerimetreRepository, type LigneHistorique } from './regle-perimetre.repository.ts';
import { reglesCsv } from './regles-perimetre.presenter.ts';
import { SaveRegleUseCase } from './save-regle.use-case.ts';

const idSchema = z.uuid();
const version = z.int().min(1);
const versionBody = z.strictObject({ version });
const updateBody = regleEditSchema.extend({ version });
const derogationBody = z.strictObject({ version, conditionIntegration: conditionIntegrationSchema });
const compteBody = z.strictObject({ id: z.uuid().nullable().default(null), regle: regleEditSchema });

const reglesQuery = listQuerySchema({
  id: idSchema,
  sort: ['priorite', 'id', 'nom', 'typeDiplome', 'niveau', 'modifieeLe'],
  defaultSort: 'priorite',
  defaultOrder: 'DESC',
  filter: {
    plateforme: z.string().max(50).optional(),
    filiere: z.enum(['scolaire', 'apprentissage']).optional(),
    conditionIntegration: z.enum(CONDITIONS_INTEGRATION).optional(),
    academie: academieSchema.optional(),
    supprimees: z.boolean().optional(),
    q: z.string().max(200).optional(),
  },
});

/** Which formations are in scope. Everyone reads the rules; an administrator writes them. */
@Controller('regles-perimetre')
export class ReglesPerimetreController {
  constructor(
    private readonly regles: ReglePerimetreRepository,
    private readonly save: SaveRegleUseCase,
    private readonly comptes: CompteRegleQuery,
  ) {}

  @Get()
  list(@Query({ schema: reglesQuery }) query: z.infer<typeof reglesQuery>): Promise<Page<ReglePerimetre>> {
    return this.regles.list(query, query.filter);
  }

  @Get('export')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="regles-perimetre.csv"')
  async export(): Promise<string> {
    return reglesCsv(rankRegles(await this.regles.inForce()));
  }

  /** What the criteria can be chosen among: the values met in the newest campaigns, and the académies. */
  @Get('valeurs')
  async valeurs(): Promise<ValeursPerimetre & { academies: typeof ACADEMIES }> {
    return { ...(await this.comptes.valeurs()), academies: ACADEMIES };
  }

  @Post('compte')
  @HttpCode(200)
  async count(
    @Body({ schema: compteBody }) { id, regle }: z.infer<typeof compteBody>,
  ): Promise<{ data: CompteDeCampagne[] }> {
    return { data: await this.comptes.count(regle, id) };
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<ReglePerimetre> {
    const found = await this.regles.findById(id);
    if (found === null) throw new NotFoundError('REGLE_INCONNUE', `aucune règle n'a l'identifiant ${id}`);
    return found;
  }

  @Get(':id/historique')
  async historique(
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<{ data: LigneHistorique[]; total: number }> {
    const data = await this.regles.historique((await this.get(id)).id);
    return { data, total: data.length };
  }

  @Post()
  @HttpCode(201)
  @Roles('administrateur')
  async create(
    @Body({ schema: regleEditSchema }) body: z.infer<typeof regleEditSchema>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ReglePerimetre> {
    return this.get(await this.save.create(body, auteur));
  }

  @Put(':id')
  @Roles('administrateur')
  async update(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: updateBody }) { version: seen, ...edit }: z.infer<typeof updateBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ReglePerimetre> {
    await this.save.update({ id, version: seen }, edit, auteur);
    return this.get(id);
  }

  @Post(':id/suppression')
  @HttpCode(200)
  @Roles('administrateur')
  async remove(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: versionBody }) { version: seen }: z.infer<typeof versionBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ReglePerimetre> {
    await this.save.remove({ id, version: seen }, auteur);
    return this.get(id);
  }

  @Post(':id/restauration')
  @HttpCode(200)
  @Roles('administrateur')
  async restore(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: versionBody }) { version: seen }: z.infer<typeof versionBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ReglePerimetre> {
    await this.save.restore({ id, version: seen }, auteur);
    return this.get(id);
  }

  @Put(':id/academies/:academie')
  @Roles('instructeur')
  async depart(
    @Param('id', { schema: idSchema }) id: string,
    @Param('academie', { schema: academieSchema }) academie: string,
    @Body({ schema: derogationBody }) body: z.infer<typeof derogationBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ReglePerimetre> {
    requireDerogationRights(auteur, academie);
    await this.save.depart({ id, version: body.version }, academie, body.conditionIntegration, auteur);
    return this.get(id);
  }

  @Delete(':id/academies/:academie')
  @Roles('instructeur')
  async takeBack(
    @Param('id', { schema: idSchema }) id: string,
    @Param('academie', { schema: academieSchema }) academie: string,
    @Query('version', { schema: z.coerce.number().pipe(version) }) seen: number,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ReglePerimetre> {
    requireDerogationRights(auteur, academie);
    await this.save.depart({ id, version: seen }, academie, null, auteur);
    return this.get(id);
  }
}
