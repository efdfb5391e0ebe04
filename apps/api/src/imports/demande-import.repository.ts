import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Encodage, TableId } from '#sources';
import type { LandedSnapshot } from './instantane.repository.ts';
import { listPageByIds, type Page, type PageRequest } from '../database/list-page.ts';

/** A file that waits for a worker to import it. */
export interface DemandeImportRecord {
  readonly id: string;
  readonly nom: string;
  readonly chemin: string;
  readonly table: TableId | null;
  readonly encodage: Encodage | null;
  readonly auteur: string;
}

export interface DemandeImportView {
  readonly id: string;
  readonly statut: 'en_attente' | 'en_cours' | 'terminee' | 'echouee';
  readonly nom: string;
  readonly table: string | null;
  readonly lignes: number;
  readonly refusees: number;
  /** The first of `instantanes`. */
  readonly instantaneId: string | null;
  readonly instantaneStatut: string | null;
  /** One a table of the file. */
  readonly instantanes: readonly {
    readonly id: string;
    readonly table: string;
    readonly statut: string;
    readonly lignes: number;
    readonly refusees: number;
  }[];
  readonly erreur: string | null;
  readonly creeLe: Date;
  readonly termineLe: Date | null;
  readonly auteur: string;
}

const SELECT = `SELECT id, statut, nom, table_id AS "table", lignes, refusees, instantane_id AS "instantaneId",
  (SELECT i.statut FROM instantane i WHERE i.id = instantane_id) AS "instantaneStatut",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'table', i.table_id, 'statut', i.statut, 'lignes', i.lignes,
    'refusees', i.refusees) ORDER BY array_position(instantanes_ids, i.id))
    FROM instantane i WHERE i.id = ANY(instantanes_ids)), '[]') AS instantanes,
  erreur, created_at AS "creeLe", ended_at AS "termineLe", auteur FROM demande_import`;

@Injectable()
export class DemandeImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, demande: DemandeImportRecord): Promise<void> {
    await manager.query(
      `INSERT INTO demande_import (id, nom, chemin, table_id, encodage, auteur) VALUES ($1, $2, $3, $4, $5, $6)`,
      [demande.id, demande.nom, demande.chemin, demande.table, demande.encodage, demande.auteur],
    );
  }

  /** @returns null when the request is unknown or already served. */
  async start(id: string): Promise<DemandeImportRecord | null> {
    const rows: [DemandeImportRecord[], number] = await this.dataSource.query(
      `UPDATE demande_import SET statut = 'en_cours' WHERE id = $1 AND statut IN ('en_attente', 'en_cours')
       RETURNING id, nom, chemin, table_id AS "table", encodage, auteur`,
      [id],
    );
    return rows[0][0] ?? null;
  }

  /**
   * Requests that no worker has taken: their job is lost. Marks them as sent anew.
   * @returns their ids.
   */
  async reclaimSilent(manager: EntityManager): Promise<string[]> {
    const rows: [{ id: string }[], number] = await manager.query(
      `UPDATE demande_import SET envoye_at = now()
       WHERE statut = 'en_attente' AND envoye_at < now() - interval '60 seconds' RETURNING id`,
    );
    return rows[0].map(({ id }) => id);
  }

  async progress(id: string, lignes: number): Promise<void> {
    await this.dataSource.query(`UPDATE demande_import SET lignes = $2 WHERE id = $1`, [id, lignes]);
  }

  /** @param landed at least one snapshot, in the order of the file. */
  async complete(id: string, landed: readonly LandedSnapshot[]): Promise<void> {
    const total = (count: (one: LandedSnapshot) => number): number =>
      landed.reduce((sum, one) => sum + count(one), 0);
    await this.dataSource.query(
      `UPDATE demande_import SET statut = 'terminee', instantane_id = $2, table_id = $3, lignes = $4, refusees = $5,
         instantanes_ids = $6, ended_at = now() WHERE id = $1`,
      [
        id,
        landed[0]?.instantaneId ?? null,
        landed.map(({ table }) => table).join(', '),
        total(({ lignes }) => lignes),
        total(({ refusees }) => refusees),
        landed.map(({ instantaneId }) => instantaneId),
      ],
    );
  }

  /** @returns where the uploaded file waits; null when the import had ended. */
  async fail(id: string, erreur: string): Promise<string | null> {
    const rows: [{ chemin: string }[], number] = await this.dataSource.query(
      `UPDATE demande_import SET statut = 'echouee', erreur = $2, ended_at = now()
       WHERE id = $1 AND statut <> 'terminee' RETURNING chemin`,
      [id, erreur],
    );
    return rows[0][0]?.chemin ?? null;
  }

  async findById(id: string): Promise<DemandeImportView | null> {
    const rows: DemandeImportView[] = await this.dataSource.query(`${SELECT} WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  list(
    request: PageRequest,
    filter: { statut?: string | undefined; ids?: readonly string[] | undefined },
  ): Promise<Page<DemandeImportView>> {
    return listPageByIds(this.dataSource, SELECT, request, [
      ['statut = ?', filter.statut],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
  }
}
