import { Injectable } from '@nestjs/common';
import type { CodeCertification } from '#matching';
import { NotFoundError } from '../common/domain-errors.ts';
import { CertificationsUseCase } from '../referentiels/certifications.use-case.ts';
import { ChiffresQuery, type ChiffresView, type IndicateurView } from './chiffres.query.ts';

/** A published figure of a certification over a large place. */
export interface ChiffreTerritorialView {
  readonly millesime: string;
  readonly voie: string | null;
  readonly source: string;
  /** The code under which it is published. */
  readonly codeDonnee: string;
  readonly codeTerritoire: string;
  readonly chiffres: ChiffresView;
}

/** What the published figures say of a certification, whatever the formation. */
export interface ChiffresCertificationView {
  readonly codeCertification: string;
  readonly national: readonly ChiffreTerritorialView[];
  readonly regions: readonly ChiffreTerritorialView[];
  readonly etablissements: { readonly total: number; readonly couverts: number; readonly sousSeuil: number };
}

const PAGE = { perPage: 200, offset: 0, sort: 'annee', order: 'DESC' } as const;

/** Figures shown beside a certification: its own codes by either route, without continuum. */
@Injectable()
export class ChiffresCertificationUseCase {
  constructor(
    private readonly certifications: CertificationsUseCase,
    private readonly chiffres: ChiffresQuery,
  ) {}

  async execute(code: CodeCertification): Promise<ChiffresCertificationView> {
    const certification = await this.certifications.get(code);
    if (certification === null) {
      throw new NotFoundError(
        'CERTIFICATION_INCONNUE',
        `${code} n'existe pas dans les référentiels en service`,
      );
    }
    const codes = [
      certification.code,
      ...certification.mefstat11.map((mefstat11) => `MEFSTAT11:${mefstat11}`),
      ...(certification.sise === null || certification.cfd === null ? [] : [`SISE:${certification.sise}`]),
    ];
    const [national, regions, etablissements] = await Promise.all([
      this.chiffres.list(PAGE, { codes, territoire: 'france' }),
      this.chiffres.list(PAGE, { codes, territoire: 'region' }),
      this.chiffres.etablissementsOf(codes),
    ]);
    return {
      codeCertification: code,
      national: national.data.map(present),
      regions: regions.data.map(present),
      etablissements,
    };
  }
}

function present(indicateur: IndicateurView): ChiffreTerritorialView {
  const { millesime, voie, source, codeCertification, codeTerritoire, chiffres } = indicateur;
  return { millesime, voie, source, codeDonnee: codeCertification, codeTerritoire, chiffres };
}
