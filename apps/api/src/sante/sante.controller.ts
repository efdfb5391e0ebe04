import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../common/auth/public.decorator.ts';
import { santeSchema, type SanteDto } from './sante.schema.ts';
import { VerifierSante } from './verifier-sante.use-case.ts';

@Controller('sante')
export class SanteController {
  constructor(private readonly verifierSante: VerifierSante) {}

  /** 200 when everything is well, 503 with the same body when something is not. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: santeSchema })
  @ApiServiceUnavailableResponse({ standardSchema: santeSchema })
  async get(@Res({ passthrough: true }) response: Response): Promise<SanteDto> {
    const sante = await this.verifierSante.execute();
    response.status(sante.statut === 'ok' ? 200 : 503);
    return sante;
  }
}
