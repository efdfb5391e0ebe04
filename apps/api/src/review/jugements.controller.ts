import { Controller, Get, StreamableFile } from '@nestjs/common';
import { Roles } from '../common/auth/roles.decorator.ts';
import { ExportJugementsUseCase } from './export-jugements.use-case.ts';

/** The judgements of people, for those who teach and measure the engine. */
@Controller('jugements')
export class JugementsController {
  constructor(private readonly jugements: ExportJugementsUseCase) {}

  @Get('export')
  @Roles('administrateur')
  export(): StreamableFile {
    return new StreamableFile(this.jugements.open(), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="jugements.ndjson"',
    });
  }
}
