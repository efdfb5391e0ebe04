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

const LAST = { perPage: 5, offset: 0, order: 'DESC' } as const;

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
    const campagne = campagneId === undefined ? null : await this.campagnes.findById(campagneId);
    const [motifs, decidees, avancement, dernieresExecutions, derniersImports] = await Promise.all([
      campagneId === undefined ? [] : this.motifs(campagneId),
      campagneId === undefined ? 0 : this.decidees(campagneId),
      campagneId === undefined ? [] : this.avancement(campagneId),
      this.executions.list({ ...LAST, sort: 'creeeLe' }, campagneId === undefined ? {} : { campagneId }),
      this.instantanes.list({ ...LAST, sort: 'importeLe' }, {}),
    ]);
    return {
      compteurs: campagne?.compteurs ?? null,
      motifs,
      aRevoir: campagne?.nbARevoir ?? 0,
      decidees,
      avancement,
      dernieresExecutions: dernieresExecutions.data,
      derniersImports: derniersImports.data,
    };
  }

  private async motifs(campagneId: string): Promise<{ motif: string; n: number }[]> {
    return this.dataSource.query(
      `SELECT motif, count(*)::int AS n
       FROM (SELECT id FROM execution WHERE campagne_id = $1 AND statut = 'terminee'
             ORDER BY ended_at DESC, id LIMIT 1) e
       JOIN appariement a ON a.execution_id = e.id
       JOIN formation f ON f.campagne_id = $1 AND f.signature_id = a.signature_id
       CROSS JOIN LATERAL unnest(a.motifs) AS motif
       GROUP BY motif ORDER BY n DESC, motif`,
      [campagneId],
    );
  }

  /**
   * Opened and decided by day, summed up. An item counts as decided on the day of the decision in force, so that one
   * taken back is to treat again from the day it was opened.
   */
  private async avancement(campagneId: string): Promise<JourDeRevue[]> {
    return this.dataSource.query(
      `WITH dossier AS (
         SELECT (r.created_at AT TIME ZONE 'Europe/Paris')::date AS ouvert,
           (j.created_at AT TIME ZONE 'Europe/Paris')::date AS decide
         FROM revue r LEFT JOIN jugement_en_vigueur j ON j.signature_id = r.signature_id
         WHERE r.campagne_id = $1 AND r.statut <> 'obsolete'),
       mouvement AS (
         SELECT ouvert AS jour, 1 AS entre, 0 AS sorti FROM dossier
         UNION ALL
         SELECT greatest(decide, ouvert), 0, 1 FROM dossier WHERE decide IS NOT NULL)
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
