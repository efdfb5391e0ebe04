import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { ConflictError } from '../common/domain-errors.ts';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';

/** A list's filters kept under a name. */
export interface RequeteView {
  readonly id: string;
  readonly ecran: string;
  readonly nom: string;
  readonly filtre: Readonly<Record<string, unknown>>;
  readonly partagee: boolean;
  readonly auteur: string;
  readonly mienne: boolean;
  readonly creeLe: Date;
}

export interface RequeteToSave {
  readonly id: string;
  readonly compteId: string;
  readonly ecran: string;
  readonly nom: string;
  readonly filtre: Readonly<Record<string, unknown>>;
  readonly partagee: boolean;
}

type Row = Omit<RequeteView, 'mienne'> & { readonly compteId: string };

const VIEW = `SELECT q.id, q.ecran, q.nom, q.filtre, q.partagee, c.nom AS auteur, q.compte_id AS "compteId",
  q.created_at AS "creeLe" FROM requete_enregistree q JOIN compte c ON c.id = q.compte_id`;

const UNIQUE_VIOLATION = '23505';

@Injectable()
export class RequeteRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One's own and the shared ones. */
  async list(
    request: PageRequest,
    compteId: string,
    filter: { ecran?: string | undefined; ids?: readonly string[] | undefined },
  ): Promise<Page<RequeteView>> {
    const page = await listPage<Row>(this.dataSource, VIEW, request, [
      ['("compteId" = ?::uuid OR partagee)', compteId],
      ['ecran = ?', filter.ecran],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
    return {
      ...page,
      data: page.data.map(({ compteId: owner, ...row }) => ({ ...row, mienne: owner === compteId })),
    };
  }

  /**
   * Adds it, or changes it when it is there and its owner's.
   * @returns false when it belongs to someone else.
   * @throws ConflictError when the owner has another of that name.
   */
  async save({ id, compteId, ecran, nom, filtre, partagee }: RequeteToSave): Promise<boolean> {
    try {
      const rows: unknown[] = await this.dataSource.query(
        `INSERT INTO requete_enregistree AS q (id, compte_id, ecran, nom, filtre, partagee)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET ecran = excluded.ecran, nom = excluded.nom, filtre = excluded.filtre,
           partagee = excluded.partagee WHERE q.compte_id = excluded.compte_id
         RETURNING id`,
        [id, compteId, ecran, nom, filtre, partagee],
      );
      return rows.length > 0;
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      if ((error.driverError as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      throw new ConflictError('REQUETE_EXISTE', `vous avez déjà une requête « ${nom} » pour cette liste`, {
        cause: error,
      });
    }
  }

  /** @returns whether there was one of this account's. */
  async remove(id: string, compteId: string): Promise<boolean> {
    const result: [unknown, number] = await this.dataSource.query(
      `DELETE FROM requete_enregistree WHERE id = $1 AND compte_id = $2`,
      [id, compteId],
    );
    return result[1] > 0;
  }
}
