import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import type { Epinglables } from '../instantanes/epinglables.ts';
import { PinReferencesUseCase, type References } from '../instantanes/pin-references.use-case.ts';
import { InstantanesEtablissementsQuery } from './instantanes-etablissements.query.ts';
import { TABLES_ETABLISSEMENTS } from './tables-etablissements.ts';

const idSchema = z.uuid();
const etablissementsBody = z.strictObject({
  instantanesIds: z.array(z.uuid()).min(1).max(200).nullable(),
});

const ETABLISSEMENTS: Epinglables = {
  colonne: 'etablissements_ids',
  tables: TABLES_ETABLISSEMENTS,
  refus: 'PAS_UNE_TABLE_D_ETABLISSEMENTS',
  lecteur: 'le contrôle des établissements',
  acte: 'etablissements_epingles',
  objets: 'établissements',
};

/** The snapshots of establishments that a campaign's next run is checked against. */
@Controller('campagnes/:id/etablissements')
export class CampagneEtablissementsController {
  constructor(
    private readonly pin: PinReferencesUseCase,
    private readonly instantanes: InstantanesEtablissementsQuery,
  ) {}

  @Get()
  read(@Param('id', { schema: idSchema }) campagneId: string): Promise<References> {
    return this.pin.readChoice(campagneId, ETABLISSEMENTS, () => this.instantanes.deCampagne(campagneId));
  }

  @Put()
  @Roles('instructeur')
  async choose(
    @Param('id', { schema: idSchema }) campagneId: string,
    @Body({ schema: etablissementsBody }) { instantanesIds }: z.infer<typeof etablissementsBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<References> {
    await this.pin.execute({ campagneId, ids: instantanesIds, auteur }, ETABLISSEMENTS);
    return this.read(campagneId);
  }
}
