import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listResultSchema, type ListResult } from '../common/list-query.ts';
import { presentCompte } from './compte.presenter.ts';
import { CompteRepository } from './compte.repository.ts';
import {
  compteCreeSchema,
  compteIdSchema,
  compteSchema,
  comptesListQuery,
  modificationCompteSchema,
  nouveauCompteSchema,
  reinitialisationSchema,
  type CompteCreeDto,
  type CompteDto,
  type ComptesListQuery,
  type ModificationCompteDto,
  type NouveauCompteDto,
  type ReinitialisationDto,
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
  @ApiOkResponse({ standardSchema: listResultSchema(compteSchema) })
  async list(@Query({ schema: comptesListQuery }) query: ComptesListQuery): Promise<ListResult<CompteDto>> {
    const { data, total } = await this.comptes.list(query);
    return { data: data.map(presentCompte), total };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: compteSchema })
  async get(@Param('id', { schema: compteIdSchema }) id: string): Promise<CompteDto> {
    const compte = await this.comptes.findById(id);
    if (compte === null) throw new NotFoundError('COMPTE_INCONNU', "Ce compte n'existe pas.");
    return presentCompte(compte);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: compteCreeSchema })
  async create(
    @Body({ schema: nouveauCompteSchema }) body: NouveauCompteDto,
    @CurrentCompte() par: AuthenticatedCompte,
  ): Promise<CompteCreeDto> {
    const { compte, motDePasseProvisoire } = await this.creerCompte.execute(body, par);
    return { ...presentCompte(compte), motDePasseProvisoire };
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: compteSchema })
  async update(
    @Param('id', { schema: compteIdSchema }) id: string,
    @Body({ schema: modificationCompteSchema }) body: ModificationCompteDto,
    @CurrentCompte() par: AuthenticatedCompte,
  ): Promise<CompteDto> {
    return presentCompte(await this.modifierCompte.execute(id, body, par));
  }

  @Post(':id/reinitialisation')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: reinitialisationSchema })
  resetPassword(
    @Param('id', { schema: compteIdSchema }) id: string,
    @CurrentCompte() par: AuthenticatedCompte,
  ): Promise<ReinitialisationDto> {
    return this.reinitialiserMotDePasse.execute(id, par);
  }
}
