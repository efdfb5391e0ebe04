import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';

/** What a schedule runs: the import of what lies in a folder, or a call to the source's service. */
export const GENRES = ['dossier', 'connecteur'] as const;

/** What an operator says of a schedule. */
export interface PlanificationEdit {
  readonly nom: string;
  readonly genre: (typeof GENRES)[number];
  /** Id of a source: its tables are what the files must be. */
  readonly source: string;
  /** File or folder below the drop folder, such as `bcn` or `bcn/n_mef.csv`; null for a call to the service. */
  readonly chemin: string | null;
  /** What to ask the service for, as its connector reads it. */
  readonly parametres: Readonly<Record<string, unknown>>;
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
  /** The last import by API of the source, whoever asked for it; null for a folder, or before the first. */
  readonly collecteId: string | null;
  readonly creeLe: Date;
}

// What came of a service is said by its last import: whoever asked for it, the source is up to date or is not.
const SELECT = `SELECT p.id, p.nom, p.genre, p.source, p.chemin, p.parametres, p.cron, p.actif,
  p.actif_at AS "actifDepuis", c.id AS "collecteId", p.created_at AS "creeLe",
  CASE WHEN c.id IS NULL THEN p.dernier_resultat WHEN c.statut = 'terminee' THEN 'succes'
    WHEN c.statut IN ('echouee', 'annulee') THEN 'echec' ELSE 'en_cours' END AS "dernierResultat",
  CASE WHEN c.id IS NULL THEN p.dernier_message ELSE c.message END AS "dernierMessage",
  coalesce(c.created_at, p.derniere_execution_at) AS "derniereExecutionLe",
  coalesce((SELECT max(s.ended_at) FROM collecte s
    WHERE p.genre = 'connecteur' AND s.source = p.source AND s.statut = 'terminee'), p.dernier_succes_at)
    AS "dernierSuccesLe"
  FROM planification p LEFT JOIN LATERAL (SELECT id, statut, message, created_at FROM collecte
    WHERE p.genre = 'connecteur' AND source = p.source ORDER BY created_at DESC LIMIT 1) c ON true`;

@Injectable()
export class PlanificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<PlanificationRecord | null> {
    const rows: PlanificationRecord[] = await this.dataSource.query(`${SELECT} WHERE p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  async findByNom(nom: string): Promise<PlanificationRecord | null> {
    const rows: PlanificationRecord[] = await this.dataSource.query(`${SELECT} WHERE p.nom = $1`, [nom]);
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
    return this.dataSource.query(`${SELECT} WHERE p.actif ORDER BY p.nom`);
  }

  async insert(manager: EntityManager, id: string, edit: PlanificationEdit, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO planification (id, nom, source, chemin, cron, actif, genre, parametres, actif_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [id, ...columnsOf(edit), at],
    );
  }

  /** @returns false when there is no such schedule. */
  async update(manager: EntityManager, id: string, edit: PlanificationEdit, at: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE planification SET nom = $2, source = $3, chemin = $4, cron = $5, genre = $7, parametres = $8,
         actif_at = CASE WHEN $6 AND (NOT actif OR cron <> $5) THEN $9 ELSE actif_at END, actif = $6
       WHERE id = $1`,
      [id, ...columnsOf(edit), at],
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

const columnsOf = ({ nom, source, chemin, cron, actif, genre, parametres }: PlanificationEdit): unknown[] => [
  nom,
  source,
  chemin,
  cron,
  actif,
  genre,
  JSON.stringify(parametres),
];
