import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { ExportRepository, type ExportView } from './export.repository.ts';

const idSchema = z.uuid();

const exportsQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeLe', 'id', 'campagneNom', 'statut'],
  defaultSort: 'creeLe',
  defaultOrder: 'DESC',
  filter: {
    campagneId: z.uuid().optional(),
    plateforme: z.string().max(50).optional(),
    statut: z.enum(['en_attente', 'en_cours', 'terminee', 'echouee']).optional(),
  },
});

const TYPES = new Map([
  ['formations.json', 'application/json'],
  ['formations.ndjson', 'application/x-ndjson'],
  ['schema.json', 'application/schema+json'],
  ['manifeste.json', 'application/json'],
]);
/** A closed list: no path of the caller's ever reaches the disk. */
const nomSchema = z.enum(['formations.json', 'formations.ndjson', 'schema.json', 'manifeste.json']);

@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportRepository) {}

  @Get()
  list(@Query({ schema: exportsQuery }) query: z.infer<typeof exportsQuery>): Promise<Page<ExportView>> {
    return this.exports.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<ExportView> {
    const found = await this.exports.findById(id);
    if (found === null) throw new NotFoundError('EXPORT_INCONNU', `aucun export n'a l'identifiant ${id}`);
    return found;
  }

  @Get(':id/fichiers/:nom')
  async download(
    @Param('id', { schema: idSchema }) id: string,
    @Param('nom', { schema: nomSchema }) nom: z.infer<typeof nomSchema>,
  ): Promise<StreamableFile> {
    const folder = await this.exports.folderOf(id);
    if (folder === null) throw new NotFoundError('EXPORT_INCONNU', "cet export n'a pas de fichiers");
    return new StreamableFile(createReadStream(join(folder, nom)), {
      type: TYPES.get(nom),
      disposition: `attachment; filename="${nom}"`,
    });
  }
}
