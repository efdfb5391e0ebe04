import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Encodage, FileEvent, SavedFile, TableId, Validators } from '#sources';
import type { TakenCollecte } from './collecte.repository.ts';

/** How a step of an import ended. */
export interface StepOutcome {
  readonly etape: string;
  readonly issue: 'lue' | 'fichier' | 'inchangee' | 'refusee';
  readonly table?: TableId;
  readonly fichier?: FileEvent;
  readonly at: Date;
}

/** A file that an import received, and waits to become a snapshot. */
export interface CollectedFile extends SavedFile {
  readonly etape: string;
  readonly table: TableId;
  readonly encodage: Encodage | null;
}

/** What each step of an import gave, and what the last import of a source was answered. */
@Injectable()
export class CollecteEtapesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps how a step ended; a step of several pages is kept once, at the time of its last page. */
  async keep(manager: EntityManager, { id }: TakenCollecte, outcome: StepOutcome): Promise<void> {
    const { etape, issue, table, fichier, at } = outcome;
    await manager.query(
      `INSERT INTO collecte_etape (collecte_id, etape, issue, table_id, fichier, validateurs, obtenue_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (collecte_id, etape) DO UPDATE SET issue = excluded.issue, table_id = excluded.table_id,
         fichier = excluded.fichier, validateurs = excluded.validateurs, obtenue_at = excluded.obtenue_at`,
      [
        id,
        etape,
        issue,
        table ?? null,
        fichier === undefined
          ? null
          : JSON.stringify({ ...fichier.fichier, encodage: fichier.encodage ?? null }),
        fichier === undefined ? null : JSON.stringify(fichier.validateurs),
        at,
      ],
    );
  }

  /** The files received so far, in the order in which they came. */
  async files({ id }: TakenCollecte): Promise<CollectedFile[]> {
    const rows: { etape: string; table: TableId; fichier: Omit<CollectedFile, 'etape' | 'table'> }[] =
      await this.dataSource.query(
        `SELECT etape, table_id AS "table", fichier FROM collecte_etape
         WHERE collecte_id = $1 AND issue = 'fichier' ORDER BY obtenue_at, etape`,
        [id],
      );
    return rows.map(({ etape, table, fichier }) => ({ ...fichier, etape, table }));
  }

  /** Steps of an import that gave nothing new. */
  async unchanged({ id }: TakenCollecte): Promise<string[]> {
    const rows: { etape: string }[] = await this.dataSource.query(
      `SELECT etape FROM collecte_etape WHERE collecte_id = $1 AND issue = 'inchangee' ORDER BY etape`,
      [id],
    );
    return rows.map(({ etape }) => etape);
  }

  /** What each step of a source answered the last time, when, and how to ask whether it has changed. */
  async lastAnswers(
    source: string,
  ): Promise<{ etape: string; obtenueLe: Date; validateurs: Validators | null }[]> {
    return this.dataSource.query(
      `SELECT etape, obtenue_at AS "obtenueLe", validateurs FROM reponse_source WHERE source = $1`,
      [source],
    );
  }

  /** Forgets the answers of older imports that this one replaces, so that the table does not grow for ever. */
  async forgetReplaced(manager: EntityManager, { id, source }: TakenCollecte): Promise<void> {
    await manager.query(
      `DELETE FROM collecte_etape e USING collecte c
       WHERE c.id = e.collecte_id AND c.source = $2 AND c.id <> $1
         AND (e.issue IN ('inchangee', 'refusee') OR EXISTS (
           SELECT 1 FROM collecte_etape n
           WHERE n.collecte_id = $1 AND n.etape = e.etape AND n.issue IN ('lue', 'fichier')))`,
      [id, source],
    );
  }

  async clear(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM collecte_etape WHERE collecte_id = $1`, [id]);
  }
}
