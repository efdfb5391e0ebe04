import { Controller, Get } from '@nestjs/common';
import { FacettesQuery } from './facettes.query.ts';

/** The académies that catalogues name, for the lists where one is chosen. */
@Controller('academies')
export class AcademiesController {
  constructor(private readonly facettes: FacettesQuery) {}

  @Get()
  async list(): Promise<{ data: string[] }> {
    return { data: await this.facettes.academies() };
  }
}
