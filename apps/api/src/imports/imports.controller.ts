import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { z } from 'zod';
import { TABLES, type TableId } from '#sources';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import { DemandeImportRepository, type DemandeImportView } from './demande-import.repository.ts';
import { ENCODAGES } from './encodages.ts';
import { RequestImportUseCase } from './request-import.use-case.ts';

const idSchema = z.uuid();

const importsQuery = listQuerySchema({
  id: idSchema,
  sort: ['creeLe', 'id', 'nom', 'statut'],
  defaultSort: 'creeLe',
  defaultOrder: 'DESC',
  filter: { statut: z.enum(['en_attente', 'en_cours', 'terminee', 'echouee']).optional() },
});

const tableIds = TABLES.map(({ id }) => id) as [TableId, ...TableId[]];
/** A form sends an empty string for a choice left open. */
const leftOpen = z.literal('').transform(() => null);
const importBody = z.object({
  table: z.union([leftOpen, z.enum(tableIds)]).optional(),
  encodage: z.union([leftOpen, z.enum(ENCODAGES)]).optional(),
});

/** What the interceptor says of a file it has written to disk. */
interface StoredUpload {
  readonly path: string;
  readonly originalname: string;
}

/** Files uploaded by an administrator, imported by a worker. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly demandes: DemandeImportRepository,
    private readonly requestImport: RequestImportUseCase,
  ) {}

  @Get()
  list(
    @Query({ schema: importsQuery }) query: z.infer<typeof importsQuery>,
  ): Promise<Page<DemandeImportView>> {
    return this.demandes.list(query, query.filter);
  }

  @Get(':id')
  async get(@Param('id', { schema: idSchema }) id: string): Promise<DemandeImportView> {
    const found = await this.demandes.findById(id);
    if (found === null) throw new NotFoundError('IMPORT_INCONNU', `aucun import n'a l'identifiant ${id}`);
    return found;
  }

  @Post()
  @HttpCode(202)
  @Roles('administrateur')
  @UseInterceptors(FileInterceptor('fichier'))
  async create(
    @UploadedFile() fichier: StoredUpload | undefined,
    @Body({ schema: importBody }) body: z.infer<typeof importBody>,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<{ importId: string }> {
    if (fichier === undefined) {
      throw new RuleViolationError('FICHIER_ABSENT', 'joignez un fichier dans le champ « fichier »');
    }
    const importId = await this.requestImport.execute({
      chemin: fichier.path,
      // Multipart file names travel as latin-1 bytes of their UTF-8.
      nom: Buffer.from(fichier.originalname, 'latin1').toString('utf8'),
      table: body.table ?? null,
      encodage: body.encodage ?? null,
      auteur,
    });
    return { importId };
  }
}
