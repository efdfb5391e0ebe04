import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EtatCouverture, Provenance, TauxSies } from '#matching';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';

/** Figures as the back office reads them: rates in %, salaries in euros a month. */
export interface ChiffresView {
  readonly nbAnneeTerm: number | null;
  readonly tauxEnEmploi6Mois: number | null;
  readonly tauxEnFormation: number | null;
  readonly tauxAutres6Mois: number | null;
  readonly salaire12MoisQ1: number | null;
  readonly salaire12MoisQ2: number | null;
  readonly salaire12MoisQ3: number | null;
  readonly suppression: 'nd' | 'na' | null;
}

export interface ChiffresTrouvesView {
  readonly chiffres: ChiffresView;
  readonly provenance: Provenance;
}

/** The figures of a formation in the run shown, with where they come from, or why there are none. */
export interface ChiffresFormationView {
  readonly executionId: string;
  readonly couverture: EtatCouverture;
  readonly couvertureConcordance: EtatCouverture;
  readonly couvertureCodes: EtatCouverture;
  readonly codeCertification: string | null;
  readonly chiffres: ChiffresView | null;
  readonly provenance: Provenance | null;
  readonly passage: TauxSies | null;
  readonly reussite: TauxSies | null;
  readonly terminales: readonly {
    readonly certification: string;
    readonly couvert: boolean;
    readonly trouve: ChiffresTrouvesView | null;
  }[];
  readonly repli: ChiffresTrouvesView | null;
  readonly calculeLe: Date;
}

export interface IndicateurView {
  readonly id: string;
  readonly source: string;
  readonly millesime: string;
  readonly territoire: string;
  readonly codeTerritoire: string;
  readonly codeCertification: string;
  readonly voie: string | null;
  readonly chiffres: ChiffresView;
  readonly tauxDePassage: number | null;
  readonly tauxDeReussite: number | null;
  readonly instantaneId: string;
  readonly ligne: number;
}

export interface IndicateurFilter {
  readonly codeCertification?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly territoire?: string | undefined;
  readonly codeTerritoire?: string | undefined;
  readonly millesime?: string | undefined;
  readonly source?: string | undefined;
}

const chiffresOf = (table: string): string => `jsonb_build_object(
  'nbAnneeTerm', ${table}.nb_annee_term, 'tauxEnEmploi6Mois', ${table}.taux_en_emploi_6_mois,
  'tauxEnFormation', ${table}.taux_en_formation, 'tauxAutres6Mois', ${table}.taux_autres_6_mois,
  'salaire12MoisQ1', ${table}.salaire_12_mois_q1, 'salaire12MoisQ2', ${table}.salaire_12_mois_q2,
  'salaire12MoisQ3', ${table}.salaire_12_mois_q3`;

const INDICATEUR = `SELECT i.id::text AS id, i.source, i.millesime, i.annee, i.territoire,
  i.code_territoire AS "codeTerritoire", i.code_certification AS "codeCertification", i.voie,
  ${chiffresOf('i')}, 'suppression', i.suppression) AS chiffres, i.taux_de_passage AS "tauxDePassage",
  i.taux_de_reussite AS "tauxDeReussite", i.instantane_id AS "instantaneId", i.ligne
  FROM indicateur i JOIN instantane s ON s.id = i.instantane_id AND s.statut = 'utilisable'`;

/** What screens read of figures. */
@Injectable()
export class ChiffresQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the last run of the formation's campaign that ended well; null before its figures are computed. */
  async ofFormation(formationId: string): Promise<ChiffresFormationView | null> {
    const rows: ChiffresFormationView[] = await this.dataSource.query(
      `SELECT k.execution_id AS "executionId", k.couverture, k.couverture_concordance AS "couvertureConcordance",
         k.couverture_codes AS "couvertureCodes", k.code_certification AS "codeCertification",
         CASE WHEN k.code_donnee IS NOT NULL THEN ${chiffresOf('k')},
           'suppression', CASE WHEN k.taux_en_emploi_6_mois IS NULL THEN 'nd' END) END AS chiffres,
         d.detail->'provenance' AS provenance, d.detail->'passage' AS passage, d.detail->'reussite' AS reussite,
         d.detail->'terminales' AS terminales, d.detail->'repli' AS repli, k.calcule_at AS "calculeLe"
       FROM formation f
       JOIN chiffres_formation k ON k.formation_id = f.id AND k.execution_id = (SELECT id FROM execution
         WHERE campagne_id = f.campagne_id AND statut = 'terminee' ORDER BY ended_at DESC, id LIMIT 1)
       CROSS JOIN LATERAL chiffres_detail(k) AS d (detail)
       WHERE f.id = $1`,
      [formationId],
    );
    return rows[0] ?? null;
  }

  list(request: PageRequest, filter: IndicateurFilter): Promise<Page<IndicateurView>> {
    return listPage(this.dataSource, INDICATEUR, request, [
      ['"codeCertification" = ?', filter.codeCertification],
      ['"codeCertification" = ANY(?)', filter.codes],
      ['territoire = ?', filter.territoire],
      ['"codeTerritoire" = ?', filter.codeTerritoire],
      ['millesime = ?', filter.millesime],
      ['source = ?', filter.source],
    ]);
  }

  /** How many establishments publish figures for some codes, and how many may be shown, at the last vintage. */
  async etablissementsOf(
    codes: readonly string[],
  ): Promise<{ total: number; couverts: number; sousSeuil: number }> {
    const rows: { total: number; couverts: number; sousSeuil: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total,
         count(*) FILTER (WHERE nb >= 20 AND emploi IS NOT NULL AND autres IS NOT NULL)::int AS couverts,
         count(*) FILTER (WHERE nb < 20 OR (nb IS NULL AND suppression = 'nd'))::int AS "sousSeuil"
       FROM (SELECT DISTINCT ON (i.code_territoire) i.nb_annee_term AS nb, i.taux_en_emploi_6_mois AS emploi,
           i.taux_autres_6_mois AS autres, i.suppression
         FROM indicateur i JOIN instantane s ON s.id = i.instantane_id AND s.statut = 'utilisable'
         WHERE i.code_certification = ANY($1) AND i.territoire = 'etablissement'
           AND i.source IN ('inserjeunes', 'insersup')
         ORDER BY i.code_territoire, i.annee DESC, i.nb_annee_term DESC NULLS LAST) dernier`,
      [codes],
    );
    return rows[0] ?? { total: 0, couverts: 0, sousSeuil: 0 };
  }
}
