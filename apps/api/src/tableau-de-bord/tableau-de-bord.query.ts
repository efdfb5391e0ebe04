import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExecutionQuery, type ExecutionView } from '../appariements/execution.query.ts';
import { CampagneQuery, type CampagneView } from '../campagnes/campagne.query.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';

export interface TableauDeBord {
  readonly compteurs: CampagneView['compteurs'];
  /** Reason codes of the last ended run, by formation, most frequent first. */
  readonly motifs: readonly { readonly motif: string; readonly n: number }[];
  readonly aRevoir: number;
  readonly decidees: number;
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
    const [motifs, decidees, dernieresExecutions, derniersImports] = await Promise.all([
      campagneId === undefined ? [] : this.motifs(campagneId),
      campagneId === undefined ? 0 : this.decidees(campagneId),
      this.executions.list({ ...LAST, sort: 'creeeLe' }, campagneId === undefined ? {} : { campagneId }),
      this.instantanes.list({ ...LAST, sort: 'importeLe' }, {}),
    ]);
    return {
      compteurs: campagne?.compteurs ?? null,
      motifs,
      aRevoir: campagne?.nbARevoir ?? 0,
      decidees,
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

  private async decidees(campagneId: string): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM revue WHERE campagne_id = $1 AND statut = 'decide'`,
      [campagneId],
    );
    return rows[0]?.n ?? 0;
  }
}
