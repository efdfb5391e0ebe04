import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { ConfianceQuery, type SecondesLectures } from './confiance.query.ts';
import { ControleDeFileRepository } from './controle-de-file.repository.ts';
import { FixerSeuil } from './fixer-seuil.use-case.ts';
import { FixerTauxControle } from './fixer-taux-controle.use-case.ts';
import { proportion, type Proportion } from './intervalle.ts';
import { TirageQuery, type TirageView } from './tirage.query.ts';

const campagneSchema = z.uuid();
const confianceQuery = z.object({ campagneId: z.uuid().optional() });
const seuil = z.number().positive().max(1e9);
const seuilBody = z.strictObject({ seuil: seuil.nullable() });
const seuilQuery = z.object({ seuil: z.coerce.number().pipe(seuil).optional() });

/** Beyond one item in five, people would judge again more than they judge. */
const controlesBody = z.strictObject({ taux: z.number().min(0).max(0.2) });

/** Items already judged, served again blind in the queue. People are counted together, never one by one. */
interface ControlesView {
  /** Share of the queue that is controls; null for several campaigns. */
  readonly taux: number | null;
  readonly lus: number;
  readonly incertains: number;
  /** Share of answers that are the reference's, among those that say something. */
  readonly accord: Proportion | null;
}

interface Seuil {
  readonly seuil: number | null;
  /** Items whose impact reaches it. */
  readonly concernes: number;
}

interface Confiance {
  /** The last audit of the campaign. */
  readonly audit: TirageView | null;
  readonly secondeLecture: SecondesLectures;
  readonly adjudication: { readonly enAttente: number };
  readonly controles: { readonly lus: number; readonly justes: number };
  readonly controlesFile: ControlesView;
  readonly origines: readonly { readonly origine: string; readonly nombre: number }[];
}

/** How far what is decided, by the machine and by people, can be trusted. */
@Controller()
export class ConfianceController {
  constructor(
    private readonly confiance: ConfianceQuery,
    private readonly tirages: TirageQuery,
    private readonly fixerSeuil: FixerSeuil,
    private readonly file: ControleDeFileRepository,
    private readonly fixerTaux: FixerTauxControle,
  ) {}

  @Get('confiance')
  async read(
    @Query({ schema: confianceQuery }) { campagneId }: z.infer<typeof confianceQuery>,
  ): Promise<Confiance> {
    const campagne = campagneId ?? null;
    const last = { perPage: 1, offset: 0, sort: 'creeLe', order: 'DESC' } as const;
    const [audits, secondeLecture, enAttente, controles, controlesFile, origines] = await Promise.all([
      this.tirages.list(last, { campagneId, genre: 'audit' }),
      this.confiance.secondesLectures(campagne),
      this.confiance.enAdjudication(campagne),
      this.confiance.controles(campagne),
      this.controlesFile(campagne),
      this.confiance.origines(campagne),
    ]);
    return {
      audit: audits.data[0] ?? null,
      secondeLecture,
      adjudication: { enAttente },
      controles,
      controlesFile,
      origines,
    };
  }

  /** The threshold, or how many items another one would concern. */
  @Get('campagnes/:id/seconde-lecture')
  async threshold(
    @Param('id', { schema: campagneSchema }) id: string,
    @Query({ schema: seuilQuery }) query: z.infer<typeof seuilQuery>,
  ): Promise<Seuil> {
    const asked = query.seuil ?? (await this.confiance.seuil(id));
    return { seuil: asked, concernes: await this.confiance.concernes(id, asked) };
  }

  @Put('campagnes/:id/seconde-lecture')
  @Roles('adjudicateur')
  async setThreshold(
    @Param('id', { schema: campagneSchema }) id: string,
    @Body({ schema: seuilBody }) body: z.infer<typeof seuilBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<Seuil> {
    await this.fixerSeuil.execute(id, body.seuil, auteur);
    return { seuil: body.seuil, concernes: await this.confiance.concernes(id, body.seuil) };
  }

  @Put('campagnes/:id/controles')
  @Roles('administrateur')
  async setRate(
    @Param('id', { schema: campagneSchema }) id: string,
    @Body({ schema: controlesBody }) { taux }: z.infer<typeof controlesBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ControlesView> {
    await this.fixerTaux.execute(id, taux, auteur);
    return this.controlesFile(id);
  }

  private async controlesFile(campagneId: string | null): Promise<ControlesView> {
    const [taux, { justes, faux, incertains }] = await Promise.all([
      campagneId === null ? null : this.file.taux(campagneId),
      this.file.resultats(campagneId),
    ]);
    return { taux, lus: justes + faux + incertains, incertains, accord: proportion(justes, justes + faux) };
  }
}
