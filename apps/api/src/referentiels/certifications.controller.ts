import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { CodeCertification } from '#matching';
import { NotFoundError } from '../common/domain-errors.ts';
import { listQuerySchema } from '../common/list-query.ts';
import type { Page } from '../database/list-page.ts';
import type { CertificationView } from './certification.presenter.ts';
import type { GrapheCertification } from './graphe-certification.ts';
import { CertificationsUseCase } from './certifications.use-case.ts';

const codeSchema = z
  .string()
  .regex(/^(CFD|SISE):[0-9A-Z]+$/)
  .transform((code) => code as CodeCertification);

const certificationsQuery = listQuerySchema({
  id: codeSchema,
  sort: ['pertinence', 'id', 'code'],
  defaultSort: 'pertinence',
  filter: {
    q: z.string().max(300).optional(),
    ouvertes: z.boolean().optional(),
    rentree: z.iso.date().optional(),
    instantanes: z.array(z.uuid()).max(200).optional(),
  },
});

/** Search answers at most this many: past that, better words find it sooner than more pages. */
const LIMITE = 100;

@Controller('certifications')
export class CertificationsController {
  constructor(private readonly certifications: CertificationsUseCase) {}

  @Get()
  async list(
    @Query({ schema: certificationsQuery }) query: z.infer<typeof certificationsQuery>,
  ): Promise<Page<CertificationView>> {
    const { q, ouvertes, rentree, instantanes, ids } = query.filter;
    const found =
      ids === undefined
        ? await this.certifications.search({
            q: q ?? '',
            rentree,
            instantanes,
            ouvertes: ouvertes ?? false,
            limite: LIMITE,
          })
        : await this.byIds(ids, instantanes);
    return { data: found.slice(query.offset, query.offset + query.perPage), total: found.length };
  }

  @Get(':code')
  async get(@Param('code', { schema: codeSchema }) code: CodeCertification): Promise<CertificationView> {
    return known(code, await this.certifications.get(code));
  }

  @Get(':code/graphe')
  async graphe(@Param('code', { schema: codeSchema }) code: CodeCertification): Promise<GrapheCertification> {
    return known(code, await this.certifications.graphe(code));
  }

  private async byIds(
    ids: readonly string[],
    instantanes: readonly string[] | undefined,
  ): Promise<CertificationView[]> {
    const found: CertificationView[] = [];
    for (const id of ids) {
      const certification = await this.certifications.get(codeSchema.parse(id), instantanes);
      if (certification !== null) found.push(certification);
    }
    return found;
  }
}

function known<Found>(code: CodeCertification, found: Found | null): Found {
  if (found !== null) return found;
  throw new NotFoundError('CERTIFICATION_INCONNUE', `${code} n'existe pas dans les référentiels en service`);
}
