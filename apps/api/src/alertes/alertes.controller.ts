import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ACTEURS, TYPES_ALERTE } from '#matching';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { alertesCsv } from './alerte.presenter.ts';
import { AlerteQuery, type AlerteFormationView, type AlerteView } from './alerte.query.ts';
import { cleAlerteSchema, readCleAlerte } from './cle-alerte.ts';

const alertesQuery = listQuerySchema({
  id: cleAlerteSchema,
  sort: ['nbFormations', 'id', 'type', 'acteur', 'date', 'places', 'voeux'],
  defaultSort: 'nbFormations',
  defaultOrder: 'DESC',
  filter: {
    campagneId: z.uuid().optional(),
    type: z.enum(TYPES_ALERTE).optional(),
    acteur: z.enum(ACTEURS).optional(),
    q: z.string().max(200).optional(),
  },
});

const formationsQuery = listQuerySchema({
  id: z.string().regex(/^\d{1,18}$/),
  sort: ['rang', 'id', 'libelle', 'etablissement', 'academie', 'capacite', 'voeux'],
  defaultSort: 'rang',
  filter: { alerteId: cleAlerteSchema },
});

@Controller()
export class AlertesController {
  constructor(private readonly alertes: AlerteQuery) {}

  @Get('alertes')
  list(@Query({ schema: alertesQuery }) query: z.infer<typeof alertesQuery>): Promise<Page<AlerteView>> {
    return this.alertes.list(query, query.filter);
  }

  @Get('alertes/:id')
  async get(@Param('id', { schema: cleAlerteSchema }) id: string): Promise<AlerteView> {
    const one = { perPage: 1, offset: 0, sort: 'id', order: 'ASC' } as const;
    const { data } = await this.alertes.list(one, { ids: [id] });
    const [found] = data;
    if (found === undefined) {
      throw new NotFoundError('ALERTE_INCONNUE', 'cette alerte ne concerne plus aucune formation');
    }
    return found;
  }

  @Get('alertes-formations')
  formations(
    @Query({ schema: formationsQuery }) query: z.infer<typeof formationsQuery>,
  ): Promise<Page<AlerteFormationView>> {
    return this.alertes.formations(query, readCleAlerte(query.filter.alerteId));
  }

  @Get('campagnes/:id/alertes.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="alertes.csv"')
  export(@Param('id', { schema: z.uuid() }) campagneId: string): StreamableFile {
    return new StreamableFile(Readable.from(alertesCsv(this.alertes.ofCampagne(campagneId))));
  }
}
