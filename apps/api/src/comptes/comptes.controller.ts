import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import type { ListResult } from '../common/list-query.ts';
import { presentCompte } from './compte.presenter.ts';
import { CompteRepository } from './compte.repository.ts';
import {
  compteIdSchema,
  comptesListQuery,
  modificationCompteSchema,
  nouveauCompteSchema,
  type CompteDto,
  type ComptesListQuery,
  type ModificationCompteDto,
  type NouveauCompteDto,
} from './compte.schema.ts';
import { CreerCompte } from './creer-compte.use-case.ts';
import { ModifierCompte } from './modifier-compte.use-case.ts';
import { ReinitialiserMotDePasse } from './reinitialiser-mot-de-passe.use-case.ts';

@Controller('comptes')
@Roles('administrateur')
export class ComptesController {
  constructor(
    private readonly comptes: CompteRepository,
    private readonly creerCompte: CreerCompte,
    private readonly modifierCompte: ModifierCompte,
    private readonly reinitialiserMotDePasse: ReinitialiserMotDePasse,
  ) {}

  @Get()
  async list(@Query({ schema: comptesListQuery }) query: ComptesListQuery): Promise<ListResult<CompteDto>> {
    const { data, total } = await this.comptes.list(query);
    return { data: data.map(presentCompte), total };
  }

  @Get(':id')
  async get(@Param('id', { schema: compteIdSchema }) id: string): Promise<CompteDto> {
    const compte = await this.comptes.findById(id);
    if (compte === null) throw new NotFoundError('COMPTE_INCONNU', "Ce compte n'existe pas.");
    return presentCompte(compte);
  }

  @Post()
  async create(
    @Body({ schema: nouveauCompteSchema }) body: NouveauCompteDto,
    @CurrentCompte() par: AuthenticatedCompte,
  ): Promise<CompteDto & { motDePasseProvisoire: string }> {
    const { compte, motDePasseProvisoire } = await this.creerCompte.execute(body, par);
    return { ...presentCompte(compte), motDePasseProvisoire };
  }

  @Put(':id')
  async update(
    @Param('id', { schema: compteIdSchema }) id: string,
    @Body({ schema: modificationCompteSchema }) body: ModificationCompteDto,
    @CurrentCompte() par: AuthenticatedCompte,
  ): Promise<CompteDto> {
    return presentCompte(await this.modifierCompte.execute(id, body, par));
  }

  @Post(':id/reinitialisation')
  @HttpCode(200)
  resetPassword(
    @Param('id', { schema: compteIdSchema }) id: string,
    @CurrentCompte() par: AuthenticatedCompte,
  ): Promise<{ motDePasseProvisoire: string }> {
    return this.reinitialiserMotDePasse.execute(id, par);
  }
}
