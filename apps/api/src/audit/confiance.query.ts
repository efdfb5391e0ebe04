import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cohenKappa, type Paire } from './kappa.ts';

/** How far what was decided can be trusted, for one campaign or all. */
export interface SecondesLectures {
  /** Impact from which a decision is read twice; null: never, or several campaigns. */
  readonly seuil: number | null;
  readonly enAttente: number;
  readonly lues: number;
  readonly accords: number;
  readonly desaccords: number;
  readonly incertaines: number;
  /** Cohen's kappa over the pairs of answers; « incertain » counts as an answer. */
  readonly kappa: number | null;
}

interface PairRow {
  readonly premiere: string;
  readonly seconde: string;
  readonly concordante: boolean | null;
}

const FOR_CAMPAIGN = `($1::uuid IS NULL OR e.campagne_id = $1)`;

@Injectable()
export class ConfianceQuery {
  constructor(private readonly dataSource: DataSource) {}

  async secondesLectures(campagneId: string | null): Promise<SecondesLectures> {
    const [pairs, waiting, seuil] = await Promise.all([
      this.dataSource.query<PairRow[]>(
        `SELECT coalesce(e.code_attendu, e.verdict_attendu) AS premiere,
           coalesce(l.code_certification, l.verdict) AS seconde, l.concordante
         FROM element_lecture e JOIN lecture l ON l.element_id = e.id
         WHERE e.genre = 'seconde_lecture' AND ${FOR_CAMPAIGN}`,
        [campagneId],
      ),
      this.one(
        `SELECT count(*)::int AS n FROM element_lecture e WHERE e.genre = 'seconde_lecture' AND ${FOR_CAMPAIGN}
           AND NOT EXISTS (SELECT 1 FROM lecture l WHERE l.element_id = e.id)`,
        campagneId,
      ),
      campagneId === null ? null : this.seuil(campagneId),
    ]);
    const count = (concordante: boolean | null): number =>
      pairs.filter((pair) => pair.concordante === concordante).length;
    return {
      seuil,
      enAttente: waiting,
      lues: pairs.length,
      accords: count(true),
      desaccords: count(false),
      incertaines: count(null),
      kappa: cohenKappa(pairs.map(({ premiere, seconde }): Paire => [premiere, seconde])),
    };
  }

  /** Items on which people disagree, waiting for an adjudicateur. */
  enAdjudication(campagneId: string | null): Promise<number> {
    return this.one(
      `SELECT count(*)::int AS n FROM revue e WHERE e.statut = 'adjudication' AND ${FOR_CAMPAIGN}`,
      campagneId,
    );
  }

  /** Readers together, never one by one. */
  async controles(campagneId: string | null): Promise<{ lus: number; justes: number }> {
    const rows: { lus: number; justes: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS lus, count(*) FILTER (WHERE l.concordante)::int AS justes
       FROM element_lecture e JOIN lecture l ON l.element_id = e.id
       WHERE e.genre = 'controle' AND ${FOR_CAMPAIGN}`,
      [campagneId],
    );
    return rows[0] ?? { lus: 0, justes: 0 };
  }

  /** Decisions in force by how they came about. */
  origines(campagneId: string | null): Promise<{ origine: string; nombre: number }[]> {
    return this.dataSource.query(
      `SELECT origine, count(*)::int AS nombre FROM jugement_en_vigueur j
       WHERE $1::uuid IS NULL OR EXISTS (
         SELECT 1 FROM formation f WHERE f.signature_id = j.signature_id AND f.campagne_id = $1)
       GROUP BY origine ORDER BY nombre DESC, origine`,
      [campagneId],
    );
  }

  async seuil(campagneId: string): Promise<number | null> {
    const rows: { seuil: number | null }[] = await this.dataSource.query(
      `SELECT seuil_seconde_lecture AS seuil FROM campagne WHERE id = $1`,
      [campagneId],
    );
    return rows[0]?.seuil ?? null;
  }

  /** Items whose impact reaches a threshold; none without one. */
  async concernes(campagneId: string, seuil: number | null): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM revue WHERE campagne_id = $1 AND impact >= $2::float8
         AND statut <> 'obsolete'`,
      [campagneId, seuil],
    );
    return rows[0]?.n ?? 0;
  }

  private async one(sql: string, campagneId: string | null): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(sql, [campagneId]);
    return rows[0]?.n ?? 0;
  }
}
