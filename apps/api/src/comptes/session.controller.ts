import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AllowProvisionalPassword } from '../common/auth/allow-provisional-password.decorator.ts';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Public } from '../common/auth/public.decorator.ts';
import { ChangerMotDePasse } from './changer-mot-de-passe.use-case.ts';
import { presentSession } from './compte.presenter.ts';
import {
  changementMotDePasseSchema,
  ouvertureSessionSchema,
  sessionSchema,
  type ChangementMotDePasseDto,
  type OuvertureSession,
  type SessionDto,
} from './compte.schema.ts';
import { FermerSession } from './fermer-session.use-case.ts';
import { OuvrirSession } from './ouvrir-session.use-case.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';

@Controller('session')
@AllowProvisionalPassword()
export class SessionController {
  constructor(
    private readonly ouvrirSession: OuvrirSession,
    private readonly fermerSession: FermerSession,
    private readonly changerMotDePasse: ChangerMotDePasse,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sessionSchema })
  async open(
    @Body({ schema: ouvertureSessionSchema }) body: OuvertureSession,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { session, token } = await this.ouvrirSession.execute(
      body.identifiant,
      body.motDePasse,
      request.ip ?? 'inconnue',
    );
    writeSessionCookie(request, response, token);
    return presentSession(session);
  }

  @Get()
  @ApiOkResponse({ standardSchema: sessionSchema })
  current(@CurrentCompte() compte: AuthenticatedCompte): SessionDto {
    return presentSession(compte);
  }

  @Put('mot-de-passe')
  @ApiOkResponse({ standardSchema: sessionSchema })
  async changePassword(
    @Body({ schema: changementMotDePasseSchema }) body: ChangementMotDePasseDto,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<SessionDto> {
    return presentSession(await this.changerMotDePasse.execute(compte, body));
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.fermerSession.execute(readSessionCookie(request));
    clearSessionCookie(request, response);
  }
}
