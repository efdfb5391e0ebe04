import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';

export const STATUTS_COLLECTE = ['en_attente', 'en_cours', 'terminee', 'echouee', 'annulee'] as const;

/** An import by API as people follow it. */
export interface CollecteView {
  readonly id: string;
  readonly source: string;
  readonly statut: (typeof STATUTS_COLLECTE)[number];
  /** What it is doing, in French. */
  readonly etape: string | null;
  readonly faites: number;
  /** Null before it has begun. */
  readonly total: number | null;
  readonly lignes: number;
  readonly refusees: number;
  /** Time left at its pace; null while it is not known. */
  readonly resteMs: number | null;
  /** What came of it, or why it waits or failed. */
  readonly message: string | null;
  /** Until when the service asked for patience. */
  readonly attenteJusqua: Date | null;
  readonly parametres: Readonly<Record<string, unknown>>;
  readonly instantanes: readonly { id: string; nom: string; table: string; statut: string; lignes: number }[];
  readonly planificationId: string | null;
  readonly auteur: string;
  readonly creeLe: Date;
  readonly demarreLe: Date | null;
  readonly termineLe: Date | null;
}

const SELECT = `SELECT id, source, statut, etape, faites, total, lignes, refusees, reste_ms AS "resteMs", message,
  CASE WHEN statut = 'en_attente' AND attente_at > now() THEN attente_at END AS "attenteJusqua", parametres,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'nom', i.nom, 'table', i.table_id, 'statut', i.statut,
    'lignes', i.lignes) ORDER BY i.table_id) FROM instantane i WHERE i.id = ANY(instantanes_ids)), '[]') AS instantanes,
  planification_id AS "planificationId", auteur, created_at AS "creeLe", started_at AS "demarreLe",
  ended_at AS "termineLe" FROM collecte`;

/** What screens and commands read of imports by API. */
@Injectable()
export class CollecteQuery {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<CollecteView | null> {
    const rows: CollecteView[] = await this.dataSource.query(`${SELECT} WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  list(
    request: PageRequest,
    filter: {
      source?: string | undefined;
      statut?: string | undefined;
      planificationId?: string | undefined;
      ids?: readonly string[] | undefined;
    },
  ): Promise<Page<CollecteView>> {
    return listPage(this.dataSource, SELECT, request, [
      ['source = ?', filter.source],
      ['statut = ?', filter.statut],
      ['"planificationId" = ?', filter.planificationId],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
  }
}
