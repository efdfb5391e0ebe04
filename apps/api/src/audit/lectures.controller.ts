import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { academiesOf } from '../common/auth/perimetre-compte.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { reponseShape } from '../review/reponse.schema.ts';
import { ElementAveugleQuery, type ElementAveugle } from './element-aveugle.query.ts';
import { LectureRepository } from './lecture.repository.ts';
import { RepondreLecture } from './repondre-lecture.use-case.ts';

const idSchema = z.uuid();
const takeBody = z.strictObject({
  genre: z.enum(['audit', 'seconde_lecture']),
  tirageId: z.uuid().nullable().default(null),
  campagneId: z.uuid().nullable().default(null),
});
const answerBody = z.strictObject({ commandeId: z.uuid(), ...reponseShape });

/** Blind reading: one element at a time, and nothing said in return. */
@Controller('lectures')
@Roles('instructeur')
export class LecturesController {
  constructor(
    private readonly lectures: LectureRepository,
    private readonly elements: ElementAveugleQuery,
    private readonly repondre: RepondreLecture,
  ) {}

  @Post('prochaine')
  @HttpCode(200)
  async next(
    @Body({ schema: takeBody }) body: z.infer<typeof takeBody>,
    @CurrentCompte() compte: AuthenticatedCompte,
  ): Promise<{ element: ElementAveugle | null; restants: number }> {
    const demande = { ...body, compteId: compte.compteId, academies: academiesOf(compte) };
    const id = await this.lectures.take(demande);
    const [element, restants] = await Promise.all([
      id === null ? null : this.elements.read(id),
      this.lectures.count(demande),
    ]);
    return { element, restants };
  }

  @Post(':id/reponse')
  @HttpCode(201)
  async answer(
    @Param('id', { schema: idSchema }) elementId: string,
    @Body({ schema: answerBody }) body: z.infer<typeof answerBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<{ fait: true }> {
    await this.repondre.execute({ ...body, elementId, auteur });
    return { fait: true };
  }

  @Post(':id/liberation')
  @HttpCode(204)
  release(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentCompte() { compteId }: AuthenticatedCompte,
  ): Promise<void> {
    return this.lectures.release(compteId, id);
  }
}
