import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TABLES } from '#sources';
import type { Ecart } from './snapshot-distance.ts';
import { listPage, listPageByIds, listRows, type Page, type PageRequest } from '../database/list-page.ts';

/** A snapshot as the back office shows it. */
export interface InstantaneView {
  readonly id: string;
  readonly table: string;
  /** In French; the id of a table that is no longer read. */
  readonly tableLibelle: string;
  readonly nom: string;
  readonly origine: string;
  readonly sha256: string;
  readonly octets: number;
  readonly encodage: string;
  readonly millesime: string;
  readonly lignes: number;
  readonly acceptees: number;
  readonly refusees: number;
  /** `a_confirmer`: too far from the last one, no run follows it before a person has looked. */
  readonly statut: 'utilisable' | 'a_confirmer' | 'retire';
  /** Distance from the nearest snapshot of the table; null for a first one, a sample, a catalogue. */
  readonly ecart: Ecart | null;
  readonly exemple: boolean;
  readonly importeLe: Date;
  readonly importePar: string;
  readonly colonnesInconnues: readonly string[];
}

export interface LigneRefuseeView {
  readonly id: string;
  readonly instantaneId: string;
  readonly ligne: number;
  readonly colonne: string | null;
  readonly motif: string;
  readonly message: string;
  readonly extrait: string;
}

const INSTANTANE = `SELECT id, table_id AS "table", nom, origine, sha256, octets::float8 AS octets, encodage,
  millesime, lignes, acceptees, refusees, statut, ecart, exemple, created_at AS "importeLe",
  importe_par AS "importePar", colonnes_inconnues AS "colonnesInconnues" FROM instantane`;

const LIBELLES = new Map<string, string>(TABLES.map(({ id, libelle }) => [id, libelle]));

type Lue = Omit<InstantaneView, 'tableLibelle'>;
const named = (row: Lue): InstantaneView => ({ ...row, tableLibelle: LIBELLES.get(row.table) ?? row.table });

/** What screens and commands read of snapshots. */
@Injectable()
export class InstantaneQuery {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<InstantaneView | null> {
    const rows: Lue[] = await this.dataSource.query(`${INSTANTANE} WHERE id = $1`, [id]);
    return rows[0] === undefined ? null : named(rows[0]);
  }

  /** The last ones imported, newest first. */
  async last(number: number): Promise<InstantaneView[]> {
    const rows = await listRows<Lue>(
      this.dataSource,
      INSTANTANE,
      { perPage: number, offset: 0, sort: 'importeLe', order: 'DESC' },
      [],
    );
    return rows.map(named);
  }

  async list(
    request: PageRequest,
    filter: { table?: string | undefined; statut?: string | undefined; ids?: readonly string[] | undefined },
  ): Promise<Page<InstantaneView>> {
    const { data, total } = await listPageByIds<Lue>(this.dataSource, INSTANTANE, request, [
      ['"table" = ?', filter.table],
      ['statut = ?', filter.statut],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
    return { data: data.map(named), total };
  }

  /** Names of those, among snapshots that were chosen, that no one has confirmed yet. */
  async unconfirmed(ids: readonly string[]): Promise<string[]> {
    const rows: { nom: string }[] = await this.dataSource.query(
      `SELECT nom FROM instantane WHERE id = ANY($1::uuid[]) AND statut = 'a_confirmer' ORDER BY nom`,
      [ids],
    );
    return rows.map(({ nom }) => nom);
  }

  async listRefusees(
    request: PageRequest,
    filter: { instantaneId?: string | undefined },
  ): Promise<Page<LigneRefuseeView>> {
    return listPage(
      this.dataSource,
      `SELECT id::text AS id, instantane_id AS "instantaneId", ligne, colonne, motif, message, extrait
       FROM ligne_refusee`,
      request,
      [['"instantaneId" = ?', filter.instantaneId]],
    );
  }

  /**
   * The reference snapshots a run pins when its campaign names none: all those in use, real ones or samples, never
   * both together.
   */
  async referencesInUse(
    referenceTables: readonly string[],
    { exemples }: { readonly exemples: boolean },
  ): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM instantane
       WHERE statut = 'utilisable' AND exemple = $2 AND table_id = ANY($1)
       ORDER BY table_id, millesime, sha256`,
      [referenceTables, exemples],
    );
    return rows.map(({ id }) => id);
  }
}
