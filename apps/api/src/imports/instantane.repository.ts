import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import type { FormationRow, OpenedTable, ReadRow, TableId } from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';

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
}

export interface LandedSnapshot {
  readonly instantaneId: string;
  readonly table: TableId;
  readonly lignes: number;
  readonly acceptees: number;
  readonly refusees: number;
  /** True when the same content had already been imported: nothing was written. */
  readonly dejaImporte: boolean;
}

/** A catalogue line to match, with the reason it was refused if it was. */
export interface MatchableLine {
  readonly ligne: number;
  readonly contenu: FormationRow;
  readonly refus: string | null;
}

export type LinesProgress = (lignes: number) => void;

/** Snapshots and their lines. A snapshot lands whole, in one transaction, or not at all. */
@Injectable()
export class InstantaneRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The snapshot that already holds this content, read with this encoding. */
  async findByContent(table: TableId, sha256: string, encodage: string): Promise<LandedSnapshot | null> {
    const rows: { id: string; lignes: number; acceptees: number; refusees: number }[] =
      await this.dataSource.query(
        `SELECT id, lignes, acceptees, refusees FROM instantane
         WHERE table_id = $1 AND sha256 = $2 AND encodage = $3`,
        [table, sha256, encodage],
      );
    const row = rows[0];
    if (row === undefined) return null;
    const { id, lignes, acceptees, refusees } = row;
    return { instantaneId: id, table, lignes, acceptees, refusees, dejaImporte: true };
  }

  /**
   * Streams the opened file into a staging table by COPY, then turns it into a snapshot in the same transaction.
   * @throws SourceError when the file stops being readable on the way: nothing is kept.
   * @throws RuleViolationError when no line at all is acceptable.
   */
  async land(
    opened: OpenedTable,
    origin: SnapshotOrigin,
    onProgress?: LinesProgress,
    signal?: AbortSignal,
  ): Promise<LandedSnapshot> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      await runner.query(
        `CREATE TEMP TABLE depot (ligne integer NOT NULL, contenu jsonb, rejet jsonb) ON COMMIT DROP`,
      );
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
          counts.acceptees + counts.refusees,
          counts.acceptees,
          counts.refusees,
          origin.exemple,
          origin.importePar,
        ],
      )) as unknown[];
      if (inserted.length === 0) {
        // Someone imported the same content meanwhile: theirs is the snapshot.
        await runner.rollbackTransaction();
        const known = await this.findByContent(opened.table, origin.sha256, opened.encodage);
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
      await runner.commitTransaction();
      return {
        instantaneId,
        table: opened.table,
        lignes: counts.acceptees + counts.refusees,
        ...counts,
        dejaImporte: false,
      };
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
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

const csvCell = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;

async function* stagingLines(
  rows: AsyncIterable<ReadRow<unknown>>,
  counts: { acceptees: number; refusees: number },
  onProgress?: LinesProgress,
): AsyncGenerator<string> {
  let batch = '';
  for await (const read of rows) {
    if ('row' in read) {
      counts.acceptees += 1;
      batch += `${read.ligne},${csvCell(read.row)},\n`;
    } else {
      counts.refusees += 1;
      batch += `${read.ligne},${read.lisible === undefined ? '' : csvCell(read.lisible)},${csvCell(read.rejet)}\n`;
    }
    // One chunk for many lines: a write a line would cost more than the parsing.
    if (batch.length > 65_536) {
      onProgress?.(counts.acceptees + counts.refusees);
      yield batch;
      batch = '';
    }
  }
  onProgress?.(counts.acceptees + counts.refusees);
  yield batch;
}
