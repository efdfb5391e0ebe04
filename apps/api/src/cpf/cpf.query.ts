import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface OffreCpf {
  readonly organismes: number;
  readonly formations: number;
  readonly sessions: number;
  /** Hours and euros, all taxes included; null where no line gives them. */
  readonly heuresMoyenne: number | null;
  readonly fraisMoyen: number | null;
}

export interface MoisCpf {
  /** `AAAA-MM`. */
  readonly periode: string;
  readonly entrees: number;
  readonly sortiesTotales: number;
  readonly sortiesPartielles: number;
}

export interface ProfilCpf {
  readonly trimestre: string;
  readonly axe: 'age' | 'sexe' | 'demandeurEmploi' | 'csp';
  readonly valeur: string;
  readonly n: number;
}

/** What the prepared tables say of certifications. Counts are files, not people. */
@Injectable()
export class CpfQuery {
  constructor(private readonly dataSource: DataSource) {}

  async offre(instantaneId: string, codes: readonly string[]): Promise<OffreCpf | null> {
    const rows: (OffreCpf & { lignes: number })[] = await this.dataSource.query(
      `SELECT count(*)::int AS lignes, coalesce(sum(organismes), 0)::int AS organismes,
         coalesce(sum(formations), 0)::int AS formations, coalesce(sum(sessions), 0)::int AS sessions,
         round(avg(heures_moyenne))::int AS "heuresMoyenne", round(avg(frais_moyen))::int AS "fraisMoyen"
       FROM cpf_certification WHERE instantane_id = $1 AND code = ANY($2)`,
      [instantaneId, codes],
    );
    const [found] = rows;
    if (found === undefined || found.lignes === 0) return null;
    const { lignes: _, ...offre } = found;
    return offre;
  }

  mois(instantaneId: string, codes: readonly string[]): Promise<MoisCpf[]> {
    return this.dataSource.query(
      `SELECT periode, sum(entrees)::int AS entrees, sum(sorties_totales)::int AS "sortiesTotales",
         sum(sorties_partielles)::int AS "sortiesPartielles"
       FROM cpf_mouvement WHERE instantane_id = $1 AND code = ANY($2) GROUP BY periode ORDER BY periode`,
      [instantaneId, codes],
    );
  }

  /** The last month of the data set, whoever the entries were for. */
  async dernierMois(instantaneId: string): Promise<string | null> {
    const rows: { periode: string | null }[] = await this.dataSource.query(
      `SELECT max(periode) AS periode FROM cpf_mouvement WHERE instantane_id = $1`,
      [instantaneId],
    );
    return rows[0]?.periode ?? null;
  }

  annees(instantaneId: string, codes: readonly string[]): Promise<{ annee: string; dossiers: number }[]> {
    return this.dataSource.query(
      `SELECT annee, sum(dossiers)::int AS dossiers FROM cpf_dossier
       WHERE instantane_id = $1 AND code = ANY($2) AND statut !~* '^annul' GROUP BY annee ORDER BY annee`,
      [instantaneId, codes],
    );
  }

  /** The profile of all users in the last quarter: the data set does not tell certifications apart. */
  profil(instantaneId: string): Promise<ProfilCpf[]> {
    return this.dataSource.query(
      `SELECT trimestre, axe, valeur, usagers::int AS n FROM cpf_profil WHERE instantane_id = $1
         AND trimestre = (SELECT max(trimestre) FROM cpf_profil WHERE instantane_id = $1)
       ORDER BY axe, valeur`,
      [instantaneId],
    );
  }
}
