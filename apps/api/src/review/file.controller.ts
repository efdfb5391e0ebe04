import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { academiesOf } from '../common/auth/perimetre-compte.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { CompteurDeFile } from './compteur-de-file.ts';
import { enAveugle, FichesDeControle } from './fiches-de-controle.ts';
import { BAIL_SECONDES, FileRepository } from './file.repository.ts';
import { revueFilterSchema } from './revue-filter.ts';
import type { RevueDetail } from './revue-view.ts';
import { RevueQuery } from './revue.query.ts';

/** Current item and those read in advance: more would only be kept from others. */
const MAX_TAKEN = 10;

const ids = z.array(z.uuid()).max(50);
const takeBody = z.strictObject({
  filtre: revueFilterSchema.omit({ statut: true }).default({}),
  nombre: z.int().min(1).max(MAX_TAKEN).default(1),
  sauf: ids.default([]),
});
const renewBody = z.strictObject({ ids });
const releaseBody = z.strictObject({ ids: ids.optional() });

/** The queue as one works through it: items are lent, one person at a time. */
@Controller('revues')
@Roles('instructeur')
export class FileController {
  constructor(
    private readonly file: FileRepository,
    private readonly revues: RevueQuery,
    private readonly compteur: CompteurDeFile,
    private readonly controles: FichesDeControle,
  ) {}

  @Post('prochaines')
  @HttpCode(200)
  async take(
    @Body({ schema: takeBody }) { filtre, nombre, sauf }: z.infer<typeof takeBody>,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<{ data: RevueDetail[]; restants: number; bailSecondes: number }> {
    const academies = academiesOf(compte);
    const { compteId } = compte;
    const [taken, ouvertes] = await Promise.all([
      this.file.take({ compteId, filter: filtre, academies, nombre, sauf }),
      this.controles.ouvertes(compteId).then((ids) => {
        const autres = ids.filter((id) => !sauf.includes(id));
        return this.file.among(autres, filtre, academies);
      }),
    ]);
    const [data, restants] = await Promise.all([
      this.revues.details(this.controles.meler(taken, ouvertes), compte),
      this.compteur.count(filtre, academies),
    ]);
    const served = data.map((revue) => (ouvertes.includes(revue.id) ? enAveugle(revue) : revue));
    return { data: served, restants, bailSecondes: BAIL_SECONDES };
  }

  @Post('baux/renouvellement')
  @HttpCode(200)
  async renew(
    @Body({ schema: renewBody }) body: z.infer<typeof renewBody>,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<{ tenus: string[]; perdus: string[] }> {
    const tenus = await this.file.renew(compteId, body.ids);
    return { tenus, perdus: body.ids.filter((id) => !tenus.includes(id)) };
  }

  @Post('baux/liberation')
  @HttpCode(204)
  release(
    @Body({ schema: releaseBody }) body: z.infer<typeof releaseBody>,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<void> {
    return this.file.release(compteId, body.ids);
  }

  @Post(':id/passer')
  @HttpCode(204)
  async pass(
    @Param('id', { schema: z.uuid() }) id: string,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<void> {
    await this.controles.rendre(compteId, id);
    await this.file.pass(compteId, id);
  }
}
