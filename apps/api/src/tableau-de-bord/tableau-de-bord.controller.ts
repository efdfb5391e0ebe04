import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { TableauDeBordQuery, type TableauDeBord } from './tableau-de-bord.query.ts';

const querySchema = z.object({ campagneId: z.uuid().optional() });

@Controller('tableau-de-bord')
export class TableauDeBordController {
  constructor(private readonly tableau: TableauDeBordQuery) {}

  @Get()
  read(@Query({ schema: querySchema }) { campagneId }: z.infer<typeof querySchema>): Promise<TableauDeBord> {
    return this.tableau.read(campagneId);
  }
}
