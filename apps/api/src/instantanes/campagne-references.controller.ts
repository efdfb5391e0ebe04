import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { PinReferencesUseCase, type References } from './pin-references.use-case.ts';

const idSchema = z.uuid();
const referencesBody = z.strictObject({ referencesIds: z.array(z.uuid()).min(1).max(200).nullable() });

/** The reference snapshots of a campaign's next run. */
@Controller('campagnes/:id/references')
export class CampagneReferencesController {
  constructor(private readonly pin: PinReferencesUseCase) {}

  @Get()
  read(@Param('id', { schema: idSchema }) campagneId: string): Promise<References> {
    return this.pin.read(campagneId);
  }

  @Put()
  @Roles('instructeur')
  async choose(
    @Param('id', { schema: idSchema }) campagneId: string,
    @Body({ schema: referencesBody }) { referencesIds }: z.infer<typeof referencesBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<References> {
    await this.pin.execute({ campagneId, ids: referencesIds, auteur });
    return this.pin.read(campagneId);
  }
}
