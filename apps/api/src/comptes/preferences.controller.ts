import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { PreferencesRepository } from './preferences.repository.ts';
import { preferencesSchema, type Preferences } from './preferences.schema.ts';

/** One's own settings, and only one's own: no account is named. */
@Controller('session/preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesRepository) {}

  @Get()
  @ApiOkResponse({ standardSchema: preferencesSchema })
  read(@CurrentCompte() { compteId }: AuthenticatedCompte): Promise<Preferences> {
    return this.preferences.read(compteId);
  }

  @Put()
  @ApiOkResponse({ standardSchema: preferencesSchema })
  async save(
    @Body({ schema: preferencesSchema }) body: Preferences,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<Preferences> {
    await this.preferences.save(compteId, body);
    return body;
  }
}
