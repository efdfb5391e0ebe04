import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CampagneRepository } from '../campagnes/campagne.repository.ts';
import type { Page, PageRequest } from '../database/list-page.ts';
import { PrepareAxesUseCase } from '../perimetre/prepare-axes.use-case.ts';
import type { FormationFilter } from './formation-filter.ts';
import { FormationQuery, type FormationView } from './formation.query.ts';
import { formationsCsv } from './formations-csv.ts';

/** Lists formations, after what a condition reads of them has been prepared. */
@Injectable()
export class ReadFormationsUseCase {
  constructor(
    private readonly formations: FormationQuery,
    private readonly campagnes: CampagneRepository,
    private readonly axes: PrepareAxesUseCase,
  ) {}

  async list(request: PageRequest, filter: FormationFilter): Promise<Page<FormationView>> {
    await this.prepare(filter);
    return this.formations.list(request, filter);
  }

  /** Every row that the filter keeps, as a file. */
  async csv(filter: FormationFilter): Promise<Readable> {
    await this.prepare(filter);
    return formationsCsv(this.formations, filter);
  }

  private async prepare({ condition, campagneId }: FormationFilter): Promise<void> {
    if (condition === undefined) return;
    await this.axes.execute(
      campagneId === undefined ? (await this.campagnes.all()).map(({ id }) => id) : [campagneId],
    );
  }
}
