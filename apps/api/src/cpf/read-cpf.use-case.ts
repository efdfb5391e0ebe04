import { Injectable } from '@nestjs/common';
import type { CodeCertification } from '#matching';
import { NotFoundError } from '../common/domain-errors.ts';
import { CertificationsUseCase } from '../referentiels/certifications.use-case.ts';
import { CpfQuery, type MoisCpf, type OffreCpf, type ProfilCpf } from './cpf.query.ts';
import { PreparationCpfRepository, type InstantaneCpf } from './preparation-cpf.repository.ts';
import type { TableCpf } from './tables-cpf.ts';
import { estVivant } from './vivant.ts';

export interface PartProfil {
  readonly libelle: string;
  readonly n: number;
}

/** What the CPF says of a certification. */
export interface CpfView {
  readonly code: string;
  /** Entries of the register by which the CPF knows it. */
  readonly rncp: readonly string[];
  /** Null where no offer is imported, or where the certification has no entry. */
  readonly dansOffre: boolean | null;
  readonly offre: OffreCpf | null;
  readonly mois: readonly MoisCpf[];
  readonly annees: readonly { readonly annee: string; readonly dossiers: number }[];
  /** Of all the users of the CPF, not those of the certification. */
  readonly usagers: {
    readonly trimestre: string;
    readonly total: number;
    readonly age: readonly PartProfil[];
    readonly sexe: readonly PartProfil[];
    readonly demandeurEmploi: readonly PartProfil[];
    readonly csp: readonly PartProfil[];
  } | null;
  /** In the offer, or entered within the last twelve months of the data; null where nothing can tell. */
  readonly vivant: boolean | null;
  readonly sources: readonly { readonly table: string; readonly millesime: string; readonly nom: string }[];
}

/** Reads the CPF beside a certification. */
@Injectable()
export class ReadCpfUseCase {
  constructor(
    private readonly certifications: CertificationsUseCase,
    private readonly preparation: PreparationCpfRepository,
    private readonly cpf: CpfQuery,
  ) {}

  async execute(code: CodeCertification): Promise<CpfView> {
    const certification = await this.certifications.get(code);
    if (certification === null) {
      throw new NotFoundError(
        'CERTIFICATION_INCONNUE',
        `${code} n'existe pas dans les référentiels en service`,
      );
    }
    const { rncp } = certification;
    const snapshots = await this.preparation.enService();
    const of = (table: TableCpf): string | null => snapshots.find((one) => one.table === table)?.id ?? null;
    const [offreId, mouvementsId, dossiersId, usagersId] = [
      of('cpf_offre'),
      of('cpf_entree_sortie'),
      of('cpf_engagement'),
      of('cpf_usager'),
    ];
    const known = rncp.length > 0;
    const offre = offreId !== null && known ? await this.cpf.offre(offreId, rncp) : null;
    const mois = mouvementsId !== null && known ? await this.cpf.mois(mouvementsId, rncp) : [];
    const dernier = mouvementsId === null ? null : await this.cpf.dernierMois(mouvementsId);
    const dansOffre = offreId === null || !known ? null : offre !== null;
    return {
      code,
      rncp,
      dansOffre,
      offre,
      mois,
      annees: dossiersId !== null && known ? await this.cpf.annees(dossiersId, rncp) : [],
      usagers: usagersId === null ? null : profileOf(await this.cpf.profil(usagersId)),
      vivant: known ? estVivant(dansOffre, mois, dernier) : null,
      sources: snapshots.map(({ table, millesime, nom }: InstantaneCpf) => ({ table, millesime, nom })),
    };
  }
}

function profileOf(rows: readonly ProfilCpf[]): CpfView['usagers'] {
  const [first] = rows;
  if (first === undefined) return null;
  const axe = (name: ProfilCpf['axe']): PartProfil[] =>
    rows.filter((row) => row.axe === name).map(({ valeur, n }) => ({ libelle: valeur, n }));
  const age = axe('age');
  return {
    trimestre: first.trimestre,
    total: age.reduce((sum, { n }) => sum + n, 0),
    age,
    sexe: axe('sexe'),
    demandeurEmploi: axe('demandeurEmploi'),
    csp: axe('csp'),
  };
}
