import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CurrentCompte } from '../common/auth/current-compte.decorator.ts';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { ExportRepository, type ExportView } from './export.repository.ts';
import { RequestExportUseCase } from './request-export.use-case.ts';

@Controller('campagnes/:id/exports')
export class CampagneExportsController {
  constructor(
    private readonly requestExport: RequestExportUseCase,
    private readonly exports: ExportRepository,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('instructeur')
  async create(
    @Param('id', { schema: z.uuid() }) campagneId: string,
    @CurrentCompte() auteur: AuthenticatedCompte,
  ): Promise<ExportView> {
    const id = await this.requestExport.execute(campagneId, auteur);
    const created = await this.exports.findById(id);
    if (created === null) throw new NotFoundError('EXPORT_INCONNU', `aucun export n'a l'identifiant ${id}`);
    return created;
  }
}
