import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExecutionQuery, type ExecutionView } from '../appariements/execution.query.ts';
import { CampagneQuery, type CampagneView } from '../campagnes/campagne.query.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';

export interface JourDeRevue {
  /** `AAAA-MM-JJ`, in Paris. */
  readonly jour: string;
  readonly aTraiter: number;
  readonly decidees: number;
}

export interface TableauDeBord {
  readonly compteurs: CampagneView['compteurs'];
  /** Reason codes of the last ended run, by formation, most frequent first. */
  readonly motifs: readonly { readonly motif: string; readonly n: number }[];
  readonly aRevoir: number;
  readonly decidees: number;
  /** The queue day by day, oldest first: what was still to treat at the end of each day that changed it. */
  readonly avancement: readonly JourDeRevue[];
  readonly dernieresExecutions: readonly ExecutionView[];
  readonly derniersImports: readonly InstantaneView[];
}

const LAST = 5;

/** The first page of the back office, for one campaign. */
@Injectable()
export class TableauDeBordQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly campagnes: CampagneQuery,
    private readonly executions: ExecutionQuery,
    private readonly instantanes: InstantaneQuery,
  ) {}

  async read(campagneId: string | undefined): Promise<TableauDeBord> {
    const [campagne, motifs, decidees, avancement, dernieresExecutions, derniersImports] = await Promise.all([
      campagneId === undefined ? null : this.campagnes.findById(campagneId),
      campagneId === undefined ? [] : this.motifs(campagneId),
      campagneId === undefined ? 0 : this.decidees(campagneId),
      campagneId === undefined ? [] : this.avancement(campagneId),
      this.executions.last(LAST, campagneId),
      this.instantanes.last(LAST),
    ]);
    return {
      compteurs: campagne?.compteurs ?? null,
      motifs,
      aRevoir: campagne?.nbARevoir ?? 0,
      decidees,
      avancement,
      dernieresExecutions,
      derniersImports,
    };
  }

  private async motifs(campagneId: string): Promise<TableauDeBord['motifs']> {
    const rows: { motifs: TableauDeBord['motifs'] | null }[] = await this.dataSource.query(
      `SELECT motifs FROM execution WHERE campagne_id = $1 AND statut = 'terminee'
       ORDER BY ended_at DESC, id LIMIT 1`,
      [campagneId],
    );
    return rows[0]?.motifs ?? [];
  }

  /**
   * Opened and decided by day, summed up. An item counts as decided on the day of the decision in force, so that one
   * taken back is to treat again from the day it was opened.
   */
  private async avancement(campagneId: string): Promise<JourDeRevue[]> {
    return this.dataSource.query(
      `WITH jours AS MATERIALIZED (
         SELECT ouvert_le, decide_le, count(*) AS n FROM revue
         WHERE campagne_id = $1 AND statut <> 'obsolete' GROUP BY ouvert_le, decide_le),
       mouvement AS (
         SELECT ouvert_le AS jour, n AS entre, 0 AS sorti FROM jours
         UNION ALL
         SELECT greatest(decide_le, ouvert_le), 0, n FROM jours WHERE decide_le IS NOT NULL)
       SELECT to_char(jour, 'YYYY-MM-DD') AS jour,
         (sum(sum(entre - sorti)) OVER (ORDER BY jour))::int AS "aTraiter",
         (sum(sum(sorti)) OVER (ORDER BY jour))::int AS decidees
       FROM mouvement GROUP BY jour ORDER BY jour`,
      [campagneId],
    );
  }

  private async decidees(campagneId: string): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM revue WHERE campagne_id = $1 AND statut = 'decide'`,
      [campagneId],
    );
    return rows[0]?.n ?? 0;
  }
}
