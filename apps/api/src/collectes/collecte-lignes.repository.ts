import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { OpenedTable, ReadRow, RowsEvent, RowTypes, TableId } from '#sources';
import { keyExpression, keyFields } from '../imports/row-identity.ts';
import type { TakenCollecte } from './collecte.repository.ts';

/** A table that came row by row, as it will be in its snapshot. */
export interface CollectedTable {
  readonly opened: OpenedTable;
  readonly sha256: string;
  readonly octets: number;
}

interface StagedLine {
  readonly contenu: unknown;
  readonly rejet: object | null;
}

const PAGE = 1_000;

/** The lines that an import by API has received, until they become snapshots. */
@Injectable()
export class CollecteLignesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps the lines of one answer. @returns how many, and how many of them were refused. */
  async keepRows(
    manager: EntityManager,
    { id }: TakenCollecte,
    { table, lignes, colonnes, colonnesInconnues, revision }: RowsEvent,
  ): Promise<{ lignes: number; refusees: number }> {
    const staged = (lignes as readonly ReadRow<unknown>[]).map((line) =>
      'row' in line
        ? { contenu: line.row, rejet: null }
        : { contenu: line.lisible ?? null, rejet: line.rejet },
    );
    await this.keep(manager, id, table, staged);
    await manager.query(
      `INSERT INTO collecte_table AS t (collecte_id, table_id, colonnes, colonnes_inconnues, millesime)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (collecte_id, table_id) DO UPDATE SET
         colonnes = t.colonnes || ARRAY(SELECT unnest(excluded.colonnes) EXCEPT SELECT unnest(t.colonnes)),
         colonnes_inconnues = t.colonnes_inconnues
           || ARRAY(SELECT unnest(excluded.colonnes_inconnues) EXCEPT SELECT unnest(t.colonnes_inconnues)),
         millesime = greatest(t.millesime, excluded.millesime)`,
      [id, table, colonnes, colonnesInconnues, revision],
    );
    return { lignes: staged.length, refusees: staged.filter(({ rejet }) => rejet !== null).length };
  }

  /** Keeps a part that was left out as a refused line of its table. */
  async keepRefusal(
    manager: EntityManager,
    { id }: TakenCollecte,
    table: TableId,
    refus: { etape: string; motif: string; message: string },
  ): Promise<void> {
    const { etape, motif, message } = refus;
    const rejet = { colonne: null, motif, message, extrait: etape.slice(0, 200) };
    await this.keep(manager, id, table, [{ contenu: null, rejet }]);
  }

  /**
   * Takes over, from the last snapshot of this source's table, the rows of the steps that were not asked for again
   * because their answer is recent: a snapshot is always whole.
   */
  async takeOver(manager: EntityManager, { id, source }: TakenCollecte, table: TableId): Promise<void> {
    if (keyFields(table).length !== 1) return;
    await manager.query(
      `WITH dernier AS (
         SELECT i.id FROM collecte c JOIN instantane i ON i.id = ANY(c.instantanes_ids)
         WHERE c.source = $2 AND c.statut = 'terminee' AND i.table_id = $3 ORDER BY c.ended_at DESC LIMIT 1),
       repris AS (
         INSERT INTO collecte_ligne (collecte_id, table_id, contenu)
         SELECT $1, $3, contenu FROM instantane_ligne
         WHERE instantane_id = (SELECT id FROM dernier) AND ${keyExpression(table)} IN (
           SELECT etape FROM collecte_etape WHERE collecte_id = $1 AND issue = 'inchangee')
         ORDER BY ligne RETURNING id)
       UPDATE collecte SET lignes = lignes + (SELECT count(*) FROM repris)
       WHERE id = $1 AND EXISTS (SELECT 1 FROM repris)`,
      [id, source, table],
    );
  }

  /** The tables of which lines came, each with its checksum, in the order of their names. */
  async tables({ id, source }: TakenCollecte): Promise<CollectedTable[]> {
    const rows: {
      table: TableId;
      colonnes: string[];
      colonnesInconnues: string[];
      millesime: string;
    }[] = await this.dataSource.query(
      `SELECT l.table_id AS "table", coalesce(t.colonnes, '{}') AS colonnes,
         coalesce(t.colonnes_inconnues, '{}') AS "colonnesInconnues", coalesce(t.millesime, '') AS millesime
       FROM (SELECT DISTINCT table_id FROM collecte_ligne WHERE collecte_id = $1) l
       LEFT JOIN collecte_table t ON t.collecte_id = $1 AND t.table_id = l.table_id ORDER BY l.table_id`,
      [id],
    );
    const collected: CollectedTable[] = [];
    for (const { table, colonnes, colonnesInconnues, millesime } of rows) {
      const opened: OpenedTable = {
        table,
        nom: source,
        format: 'json',
        encodage: 'utf-8',
        separateur: '',
        colonnes,
        colonnesInconnues,
        rows: () => this.read(id, table),
        millesime: () => millesime,
      };
      collected.push({ opened, ...(await this.checksum(id, table)) });
    }
    return collected;
  }

  /** Forgets what an import received: it is in its snapshots, or wanted no more. */
  async clear(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM collecte_ligne WHERE collecte_id = $1`, [id]);
    await manager.query(`DELETE FROM collecte_table WHERE collecte_id = $1`, [id]);
  }

  private async keep(
    manager: EntityManager,
    id: string,
    table: TableId,
    lines: readonly StagedLine[],
  ): Promise<void> {
    // The rank of each line in the answer is kept: ids rise in the order of the array.
    await manager.query(
      `INSERT INTO collecte_ligne (collecte_id, table_id, contenu, rejet)
       SELECT $1, $2, nullif(line->'contenu', 'null'), nullif(line->'rejet', 'null')
       FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS lines (line, rang) ORDER BY rang`,
      [id, table, JSON.stringify(lines, withoutNul)],
    );
  }

  /** The SHA-256 and size of the lines in their order, one JSON text a line. */
  private async checksum(id: string, table: TableId): Promise<{ sha256: string; octets: number }> {
    const hash = createHash('sha256');
    let octets = 0;
    for await (const { contenu, rejet } of this.lines(id, table)) {
      const line = `${JSON.stringify([contenu, rejet])}\n`;
      hash.update(line);
      octets += Buffer.byteLength(line);
    }
    return { sha256: hash.digest('hex'), octets };
  }

  /** The lines, numbered from 1 in the order in which they came. */
  private async *read<Id extends TableId>(id: string, table: Id): AsyncGenerator<ReadRow<RowTypes[Id]>> {
    let ligne = 0;
    for await (const { contenu, rejet } of this.lines(id, table)) {
      ligne += 1;
      const read =
        rejet === null
          ? { ligne, row: contenu }
          : { ligne, rejet: { ...rejet, ligne }, ...(contenu === null ? {} : { lisible: contenu }) };
      // What was kept is what the table's own reader made.
      yield read as ReadRow<RowTypes[Id]>;
    }
  }

  private async *lines(id: string, table: TableId): AsyncGenerator<StagedLine> {
    let last = '0';
    for (;;) {
      const page: (StagedLine & { rang: string })[] = await this.dataSource.query(
        `SELECT id::text AS rang, contenu, rejet FROM collecte_ligne
         WHERE collecte_id = $1 AND table_id = $2 AND id > $3 ORDER BY id LIMIT ${PAGE}`,
        [id, table, last],
      );
      yield* page;
      const end = page.at(-1);
      if (end === undefined || page.length < PAGE) return;
      last = end.rang;
    }
  }
}

/** PostgreSQL keeps no NUL in a text: one in an answer is no more than a blank. */
const withoutNul = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value;
