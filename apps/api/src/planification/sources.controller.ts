import { Controller, Get } from '@nestjs/common';
import { SOURCES, type SourceDescription } from '#sources';

/** The sources a schedule may bring in: a short closed list, always given whole. */
@Controller('sources')
export class SourcesController {
  @Get()
  list(): { data: readonly SourceDescription[]; total: number } {
    return { data: SOURCES, total: SOURCES.length };
  }
}
