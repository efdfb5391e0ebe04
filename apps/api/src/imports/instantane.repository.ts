import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { FormationRow, OpenedTable, TableId } from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { SnapshotGateRepository } from './snapshot-gate.repository.ts';
import { stagingLines, type LinesProgress } from './snapshot-staging.ts';

/** What is known of a file before its lines are read. */
export interface SnapshotOrigin {
  /** File name shown to people. */
  readonly nom: string;
  /** Where the file came from: a path, an address, "exemple". */
  readonly origine: string;
  readonly sha256: string;
  readonly octets: number;
  readonly importePar: string;
  /** True for the sample files of the project: they never mix with real references. */
  readonly exemple: boolean;
  /** True when the person chose this very file: however far it is, it may serve, and the reasons are only said. */
  readonly ecartAccepte: boolean;
}

export interface LandedSnapshot {
  readonly instantaneId: string;
  readonly table: TableId;
  readonly lignes: number;
  readonly acceptees: number;
  readonly refusees: number;
  readonly statut: 'utilisable' | 'a_confirmer' | 'retire';
  /** Why a person should look at it, in French; empty for most. */
  readonly avertissements: readonly string[];
  /** True when the same content had already been imported: nothing was written. */
  readonly dejaImporte: boolean;
  /** True when this very import put in service a snapshot that waited for someone's word. */
  readonly confirme?: boolean;
}

/** A catalogue line to match, with the reason it was refused if it was. */
export interface MatchableLine {
  readonly ligne: number;
  readonly contenu: FormationRow;
  readonly refus: string | null;
}

/** A table that is open, about to become a snapshot. */
export interface TableToLand {
  readonly opened: OpenedTable;
  readonly origin: SnapshotOrigin;
}

export interface LandingOptions {
  /** Called with the lines of all the tables so far. */
  readonly onProgress?: LinesProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What must be written with the snapshots or not at all; what it throws leaves nothing. */
  readonly within?:
    ((manager: EntityManager, landed: readonly LandedSnapshot[]) => Promise<void>) | undefined;
}

/** Snapshots and their lines. What is landed together lands whole, in one transaction, or not at all. */
@Injectable()
export class InstantaneRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: SnapshotGateRepository,
  ) {}

  /**
   * Streams each table into a staging table by COPY, then turns it into a snapshot, all in one transaction. A content
   * that is already a snapshot, read with the same encoding, is that one.
   * @throws SourceError when a file stops being readable on the way: nothing is kept.
   * @throws RuleViolationError when no line at all of a table is acceptable.
   */
  async land(
    tables: readonly TableToLand[],
    { onProgress, signal, within }: LandingOptions = {},
  ): Promise<LandedSnapshot[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      await runner.query(
        `CREATE TEMP TABLE depot (ligne integer NOT NULL, contenu jsonb, rejet jsonb) ON COMMIT DROP`,
      );
      const landed: LandedSnapshot[] = [];
      let before = 0;
      for (const table of tables) {
        const from = before;
        const progress = (lignes: number): void => onProgress?.(from + lignes);
        const one =
          (await this.known(runner.manager, table)) ??
          (await this.landOne(runner, client, table, progress, signal));
        before += one.lignes;
        landed.push(one);
      }
      await within?.(runner.manager, landed);
      await runner.commitTransaction();
      return landed;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The snapshot that already holds this content; one that the person now names herself is confirmed by it. */
  private async known(
    manager: EntityManager,
    { opened: { table, encodage }, origin: { sha256, ecartAccepte } }: TableToLand,
  ): Promise<LandedSnapshot | null> {
    const rows: Omit<LandedSnapshot, 'table' | 'dejaImporte'>[] = await manager.query(
      `SELECT id AS "instantaneId", lignes, acceptees, refusees, statut,
           coalesce(ecart->'raisons', '[]') AS avertissements FROM instantane
         WHERE table_id = $1 AND sha256 = $2 AND encodage = $3`,
      [table, sha256, encodage],
    );
    const row = rows[0];
    if (row === undefined) return null;
    const confirmed = ecartAccepte && (await this.accept(manager, row.instantaneId));
    return {
      ...row,
      ...(confirmed ? { statut: 'utilisable', confirme: true } : {}),
      table,
      dejaImporte: true,
    };
  }

  private async landOne(
    runner: QueryRunner,
    client: PoolClient,
    table: TableToLand,
    onProgress: LinesProgress,
    signal: AbortSignal | undefined,
  ): Promise<LandedSnapshot> {
    const { opened, origin } = table;
    await runner.query(`TRUNCATE depot`);
    const counts = { acceptees: 0, refusees: 0 };
    const staged = Readable.from(stagingLines(opened.rows(), counts, onProgress));
    const copy = client.query(copyFrom(`COPY depot (ligne, contenu, rejet) FROM STDIN (FORMAT csv)`));
    await pipeline(staged, copy, { signal });
    if (counts.acceptees === 0) {
      throw new RuleViolationError(
        'IMPORT_SANS_LIGNE',
        `${origin.nom} : aucune ligne acceptable (${counts.refusees} refusée(s)), rien n'a été importé`,
      );
    }
    const instantaneId = randomUUID();
    const lignes = counts.acceptees + counts.refusees;
    const inserted = (await runner.query(
      `INSERT INTO instantane (id, table_id, nom, origine, sha256, octets, encodage, separateur, colonnes,
         colonnes_inconnues, millesime, lignes, acceptees, refusees, exemple, importe_par)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT (table_id, sha256, encodage) DO NOTHING RETURNING id`,
      [
        instantaneId,
        opened.table,
        origin.nom,
        origin.origine,
        origin.sha256,
        origin.octets,
        opened.encodage,
        opened.separateur,
        [...opened.colonnes],
        [...opened.colonnesInconnues],
        opened.millesime(),
        lignes,
        counts.acceptees,
        counts.refusees,
        origin.exemple,
        origin.importePar,
      ],
    )) as unknown[];
    if (inserted.length === 0) {
      // Someone imported the same content meanwhile: theirs is the snapshot.
      const known = await this.known(runner.manager, table);
      if (known === null) throw new Error(`snapshot of ${origin.nom} vanished`);
      return known;
    }
    await runner.query(
      `INSERT INTO instantane_ligne (instantane_id, ligne, contenu)
       SELECT $1, ligne, contenu FROM depot WHERE rejet IS NULL`,
      [instantaneId],
    );
    await runner.query(
      `INSERT INTO ligne_refusee (instantane_id, ligne, colonne, motif, message, extrait, lisible)
       SELECT $1, ligne, rejet->>'colonne', rejet->>'motif', rejet->>'message', rejet->>'extrait', contenu
       FROM depot WHERE rejet IS NOT NULL ORDER BY ligne`,
      [instantaneId],
    );
    const fresh = { instantaneId, table: opened.table, lignes, ...counts };
    const verdict = await this.judge(runner.manager, opened, origin, fresh);
    return { ...fresh, ...verdict, dejaImporte: false };
  }

  /** Puts in service a snapshot that waited for someone's word. @returns false when it did not. */
  async accept(manager: EntityManager, instantaneId: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE instantane SET statut = 'utilisable' WHERE id = $1 AND statut = 'a_confirmer'`,
      [instantaneId],
    );
    return changed > 0;
  }

  /** Holds the new snapshot against the nearest one of its table, before it is committed. */
  private async judge(
    manager: EntityManager,
    opened: OpenedTable,
    { exemple, ecartAccepte, nom }: SnapshotOrigin,
    {
      instantaneId,
      table,
      lignes,
      refusees,
    }: Pick<LandedSnapshot, 'instantaneId' | 'table' | 'lignes' | 'refusees'>,
  ): Promise<Pick<LandedSnapshot, 'statut' | 'avertissements'>> {
    if (exemple) return { statut: 'utilisable', avertissements: [] };
    const ecart = await this.gate.assess(
      manager,
      {
        id: instantaneId,
        table,
        nom,
        millesime: opened.millesime(),
        lignes,
        refusees,
        colonnes: opened.colonnes,
      },
      ecartAccepte,
    );
    if (ecart === null) return { statut: 'utilisable', avertissements: [] };
    const statut = ecart.raisons.length === 0 || ecartAccepte ? 'utilisable' : 'a_confirmer';
    await manager.query(`UPDATE instantane SET statut = $2, ecart = $3 WHERE id = $1`, [
      instantaneId,
      statut,
      JSON.stringify(ecart),
    ]);
    return { statut, avertissements: ecart.raisons };
  }

  /** Accepted lines of a snapshot, in file order. */
  async readLines<Row>(instantaneId: string): Promise<{ ligne: number; contenu: Row }[]> {
    return this.dataSource.query(
      `SELECT ligne, contenu FROM instantane_ligne WHERE instantane_id = $1 ORDER BY ligne`,
      [instantaneId],
    );
  }

  /** Lines that can be matched: those accepted, and those refused for a cell that matching can do without. */
  async readMatchable(instantaneId: string): Promise<MatchableLine[]> {
    return this.dataSource.query(
      `SELECT ligne, contenu, NULL AS refus FROM instantane_ligne WHERE instantane_id = $1
       UNION ALL
       SELECT ligne, lisible, motif FROM ligne_refusee WHERE instantane_id = $1 AND lisible IS NOT NULL
       ORDER BY ligne`,
      [instantaneId],
    );
  }
}
