import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { JugementsExportRepository } from './jugements-export.repository.ts';

/** Writes the judgements in force as NDJSON, one a line, for `npm run train` and `npm run evaluation`. */
@Injectable()
export class ExportJugementsUseCase {
  constructor(private readonly jugements: JugementsExportRepository) {}

  /** The same judgements give the same bytes. */
  open(): Readable {
    return Readable.from(this.lines(), { objectMode: false });
  }

  private async *lines(): AsyncGenerator<string> {
    for await (const jugement of this.jugements.all()) yield `${JSON.stringify(jugement)}\n`;
  }
}
