import { Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { GROUPES, MOMENTS, POIDS, type RapportCouverture } from './couverture.ts';
import { couvertureCsv } from './couverture.presenter.ts';
import { ReadCouvertureUseCase } from './read-couverture.use-case.ts';

const axe = z.string().max(200).optional();

const couvertureQuery = z
  .strictObject({
    campagneId: z.uuid().optional(),
    executionId: z.uuid().optional(),
    moment: z.enum(MOMENTS).default('revue'),
    poids: z.enum(POIDS).default('formations'),
    groupe: z.enum(GROUPES).default('type'),
    perimetre: axe,
    academie: axe,
    filiere: axe,
    typeDiplome: axe,
    avec: z.union([z.enum(['precedente', 'campagne']), z.uuid()]).optional(),
  })
  .refine(({ campagneId, executionId }) => (campagneId === undefined) !== (executionId === undefined), {
    message: 'donnez campagneId ou executionId, et un seul des deux',
  });
type CouvertureRequest = z.infer<typeof couvertureQuery>;

/** How many formations have figures, and why the others have none. Open to every account. */
@Controller('couverture')
export class CouvertureController {
  constructor(private readonly couverture: ReadCouvertureUseCase) {}

  @Get()
  read(@Query({ schema: couvertureQuery }) query: CouvertureRequest): Promise<RapportCouverture> {
    const { campagneId, executionId, avec, ...demande } = query;
    return this.couverture.execute(
      executionId === undefined ? { campagneId: campagneId ?? '' } : { executionId },
      demande,
      avec === undefined || avec === 'precedente' || avec === 'campagne'
        ? (avec ?? null)
        : { executionId: avec },
    );
  }

  @Get('export')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="couverture.csv"')
  async export(@Query({ schema: couvertureQuery }) query: CouvertureRequest): Promise<string> {
    return couvertureCsv(await this.read(query));
  }
}
