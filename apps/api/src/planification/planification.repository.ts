import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';

/** What an operator says of a schedule. */
export interface PlanificationEdit {
  readonly nom: string;
  /** Id of a source: its tables are what the files must be. */
  readonly source: string;
  /** File or folder below the drop folder, such as `bcn` or `bcn/n_mef.csv`. */
  readonly chemin: string;
  /** Five fields, in Paris time. */
  readonly cron: string;
  readonly actif: boolean;
}

export interface PlanificationRecord extends PlanificationEdit {
  readonly id: string;
  /** Since when it is active: what happened before says nothing of a delay. */
  readonly actifDepuis: Date;
  readonly dernierResultat: 'en_cours' | 'succes' | 'echec' | null;
  readonly dernierMessage: string | null;
  readonly derniereExecutionLe: Date | null;
  readonly dernierSuccesLe: Date | null;
  readonly creeLe: Date;
}

const SELECT = `SELECT id, nom, source, chemin, cron, actif, actif_at AS "actifDepuis",
  dernier_resultat AS "dernierResultat", dernier_message AS "dernierMessage",
  derniere_execution_at AS "derniereExecutionLe", dernier_succes_at AS "dernierSuccesLe",
  created_at AS "creeLe" FROM planification`;

@Injectable()
export class PlanificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<PlanificationRecord | null> {
    const rows: PlanificationRecord[] = await this.dataSource.query(`${SELECT} WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  async findByNom(nom: string): Promise<PlanificationRecord | null> {
    const rows: PlanificationRecord[] = await this.dataSource.query(`${SELECT} WHERE nom = $1`, [nom]);
    return rows[0] ?? null;
  }

  list(
    request: PageRequest,
    filter: { actif?: boolean | undefined; ids?: readonly string[] | undefined },
  ): Promise<Page<PlanificationRecord>> {
    return listPage(this.dataSource, SELECT, request, [
      ['actif = ?', filter.actif],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
  }

  async active(): Promise<PlanificationRecord[]> {
    return this.dataSource.query(`${SELECT} WHERE actif ORDER BY nom`);
  }

  async insert(manager: EntityManager, id: string, edit: PlanificationEdit, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO planification (id, nom, source, chemin, cron, actif, actif_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [id, edit.nom, edit.source, edit.chemin, edit.cron, edit.actif, at],
    );
  }

  /** @returns false when there is no such schedule. */
  async update(manager: EntityManager, id: string, edit: PlanificationEdit, at: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE planification SET nom = $2, source = $3, chemin = $4, cron = $5,
         actif_at = CASE WHEN $6 AND (NOT actif OR cron <> $5) THEN $7 ELSE actif_at END, actif = $6
       WHERE id = $1`,
      [id, edit.nom, edit.source, edit.chemin, edit.cron, edit.actif, at],
    );
    return changed > 0;
  }

  async start(id: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE planification SET dernier_resultat = 'en_cours', dernier_message = NULL, derniere_execution_at = $2
       WHERE id = $1`,
      [id, at],
    );
  }

  async end(id: string, resultat: 'succes' | 'echec', message: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE planification SET dernier_resultat = $2, dernier_message = $3,
         dernier_succes_at = CASE WHEN $2 = 'succes' THEN $4 ELSE dernier_succes_at END
       WHERE id = $1`,
      [id, resultat, message, at],
    );
  }
}
