import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OuvertureUai } from '#matching';
import { searchConditions } from '../campagnes/search-text.ts';
import { listPageByIds, type Page, type PageRequest } from '../database/list-page.ts';

/** An establishment as the back office lists it. */
export interface EtablissementView {
  readonly id: string;
  readonly uai: string;
  readonly nom: string;
  readonly natureLibelle: string | null;
  readonly etat: string | null;
  readonly ouverture: OuvertureUai;
  readonly secteur: string | null;
  readonly contrat: string | null;
  readonly tutelle: string | null;
  readonly siret: string | null;
  readonly commune: string | null;
  readonly academie: string | null;
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
  /** Formations of the last run of each campaign, and those with a check that failed. */
  readonly nbFormations: number;
  readonly nbNonConformes: number;
}

export interface EtablissementFilter {
  readonly q?: string | undefined;
  readonly academie?: string | undefined;
  readonly ouverture?: OuvertureUai | undefined;
  readonly campagneId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** Of each campaign, the run whose results are shown. */
export const DERNIERES = `SELECT DISTINCT ON (campagne_id) id, campagne_id FROM execution WHERE statut = 'terminee'
  ORDER BY campagne_id, ended_at DESC, id`;

/** The SQL twin of `ouvertureUai`; test/integration/etablissements.int-spec.ts holds both to the same answers. */
export const ouvertureSql = (jour: string): string => `CASE
    WHEN e.date_fermeture <= ${jour} OR (e.etat = '4' AND e.date_fermeture IS NULL) THEN 'fermee'
    WHEN e.date_ouverture > ${jour} OR (e.etat = '3' AND e.date_ouverture IS NULL) THEN 'a_venir'
    ELSE 'ouverte' END`;

/** The rentrée at which an establishment is open or not: that of the campaign furthest ahead. A value, which a count does not need. */
const RENTREE = `(SELECT coalesce(max(rentree), current_date) FROM campagne)`;

export const SELECT_ETABLISSEMENT = `SELECT e.uai AS id, e.uai, e.nom, e.nature_libelle AS "natureLibelle", e.etat,
    ${ouvertureSql(RENTREE)} AS ouverture, e.secteur, e.contrat, e.tutelle, e.siret, e.commune, e.academie_libelle AS academie,
    to_char(e.date_ouverture, 'YYYY-MM-DD') AS "dateOuverture",
    to_char(e.date_fermeture, 'YYYY-MM-DD') AS "dateFermeture", coalesce(n.formations, 0) AS "nbFormations",
    coalesce(n.fautives, 0) AS "nbNonConformes", e.recherche, e.instantane_id AS "instantaneId"
  FROM etablissement e
  LEFT JOIN (
    SELECT c.uai, sum(c.formations)::int AS formations, sum(c.fautives)::int AS fautives
    FROM etablissement_compte c JOIN (${DERNIERES}) d ON d.id = c.execution_id
    GROUP BY c.uai) n ON n.uai = e.uai`;

const OF_CAMPAGNE = `uai IN (SELECT c.uai FROM etablissement_compte c JOIN (${DERNIERES}) d ON d.id = c.execution_id
  WHERE d.campagne_id = ?::uuid)`;

/** What the select carries for its conditions only. */
interface Cachees {
  readonly recherche?: string;
  readonly instantaneId?: string;
}

/** Lists establishments of the snapshots that are shown. */
@Injectable()
export class EtablissementQuery {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    request: PageRequest,
    filter: EtablissementFilter,
    instantanes: readonly string[],
  ): Promise<Page<EtablissementView>> {
    const page = await listPageByIds<EtablissementView & Cachees>(
      this.dataSource,
      SELECT_ETABLISSEMENT,
      request,
      [
        ['"instantaneId" = ANY(?::uuid[])', instantanes],
        ...searchConditions('recherche', filter.q),
        ['academie = ?', filter.academie],
        ['ouverture = ?', filter.ouverture],
        [OF_CAMPAGNE, filter.campagneId],
        ['id = ANY(?)', filter.ids],
      ],
    );
    return { ...page, data: page.data.map(shown) };
  }

  /** The académies that the snapshots name, for a filter. */
  async academies(instantanes: readonly string[]): Promise<string[]> {
    const rows: { academie: string }[] = await this.dataSource.query(
      `SELECT DISTINCT academie_libelle AS academie FROM etablissement
       WHERE instantane_id = ANY($1::uuid[]) AND academie_libelle IS NOT NULL ORDER BY 1`,
      [instantanes],
    );
    return rows.map(({ academie }) => academie);
  }
}

function shown({
  recherche: _recherche,
  instantaneId: _instantaneId,
  ...row
}: EtablissementView & Cachees): EtablissementView {
  return row;
}
