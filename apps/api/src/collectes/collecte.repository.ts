import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConnectorProgress, Json } from '#sources';

/** An import by API in the hands of one worker. `jeton` rises at each taking: an old holder can no longer write. */
export interface TakenCollecte {
  readonly id: string;
  readonly source: string;
  readonly parametres: Readonly<Record<string, unknown>>;
  /** Null until it is first taken. */
  readonly entree: unknown;
  readonly curseur: Json | null;
  readonly essais: number;
  readonly jeton: number;
  readonly auteur: string;
}

export interface NewCollecte {
  readonly id: string;
  readonly source: string;
  readonly planificationId: string | null;
  readonly parametres: Readonly<Record<string, unknown>>;
  readonly auteur: string;
}

/** Someone else has taken the import, or it was cancelled: nothing more may be written. */
export class CollecteLostError extends Error {
  constructor(id: string) {
    super(`collecte ${id} is no longer ours`);
    this.name = 'CollecteLostError';
  }
}

/** How long a worker keeps an import without saying that it is alive. */
const BAIL = `interval '30 seconds'`;
/** An import that nobody holds this long after its job was asked for, or due: the job is lost. */
const SILENCE = `interval '60 seconds'`;
const ACTIVE = `statut IN ('en_attente', 'en_cours')`;
const MINE = `id = $1 AND jeton = $2 AND statut = 'en_cours'`;

/** Imports by API: who holds them, where they are, how they end. */
@Injectable()
export class CollecteRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false when one is under way for this source. */
  async insert(manager: EntityManager, collecte: NewCollecte): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO collecte (id, source, planification_id, parametres, auteur) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (source) WHERE ${ACTIVE} DO NOTHING RETURNING id`,
      [
        collecte.id,
        collecte.source,
        collecte.planificationId,
        JSON.stringify(collecte.parametres),
        collecte.auteur,
      ],
    );
    return rows.length > 0;
  }

  /** @returns null when it has ended or is held by someone else: `isOver` tells which. */
  async take(id: string): Promise<TakenCollecte | null> {
    const rows: [TakenCollecte[], number] = await this.dataSource.query(
      `UPDATE collecte SET statut = 'en_cours', jeton = jeton + 1, bail_at = now() + ${BAIL}, attente_at = NULL,
         message = NULL, started_at = coalesce(started_at, now())
       WHERE id = $1 AND ${ACTIVE} AND (bail_at IS NULL OR bail_at < now())
       RETURNING id, source, parametres, entree, curseur, essais, jeton, auteur`,
      [id],
    );
    return rows[0][0] ?? null;
  }

  async isOver(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM collecte WHERE id = $1 AND ${ACTIVE}`,
      [id],
    );
    return rows.length === 0;
  }

  /** Says that the holder is alive, and where it is. @returns false when the import is no longer its own. */
  async renew({ id, jeton }: TakenCollecte, progress: ConnectorProgress | null): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE collecte SET bail_at = now() + ${BAIL}, etape = coalesce($3, etape), faites = coalesce($4, faites),
         total = coalesce($5, total), reste_ms = $6
       WHERE ${MINE}`,
      [
        id,
        jeton,
        progress?.etape ?? null,
        progress?.faites ?? null,
        progress?.total ?? null,
        progress?.resteMs ?? null,
      ],
    );
    return changed > 0;
  }

  /** Keeps what the import is of, once chosen. */
  async setEntree(taken: TakenCollecte, entree: unknown): Promise<void> {
    await this.hold(this.dataSource.manager, taken, `entree = $3`, [JSON.stringify(entree)]);
  }

  /**
   * Keeps the cursor, in the transaction that keeps the rows it stands for.
   * @throws CollecteLostError: nothing of the transaction may be kept.
   */
  async advance(
    manager: EntityManager,
    taken: TakenCollecte,
    { curseur, lignes, refusees }: { curseur: Json; lignes: number; refusees: number },
  ): Promise<void> {
    await this.hold(
      manager,
      taken,
      `curseur = $3, lignes = lignes + $4, refusees = refusees + $5, essais = 0`,
      [JSON.stringify(curseur), lignes, refusees],
    );
  }

  /** Starts over: what was kept is gone, such as the files of another machine. */
  async restart(manager: EntityManager, taken: TakenCollecte): Promise<void> {
    await this.hold(manager, taken, `curseur = NULL, lignes = 0, refusees = 0, faites = 0`, []);
  }

  /** Gives the import back, to be taken again from `attente` on. */
  async release(
    { id, jeton }: TakenCollecte,
    { attente, essais, message }: { attente: Date; essais: number; message: string | null },
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE collecte SET statut = 'en_attente', bail_at = NULL, attente_at = $3, essais = $4, message = $5,
         reste_ms = NULL
       WHERE ${MINE}`,
      [id, jeton, attente, essais, message],
    );
  }

  /** Ends well, in the transaction that lands the snapshots. @throws CollecteLostError */
  async complete(
    manager: EntityManager,
    taken: TakenCollecte,
    { message, instantanes }: { message: string; instantanes: readonly string[] },
  ): Promise<void> {
    await this.hold(
      manager,
      taken,
      `statut = 'terminee', message = $3, instantanes_ids = $4, ended_at = now(), bail_at = NULL, reste_ms = 0,
       faites = coalesce(total, faites)`,
      [message, instantanes],
    );
  }

  /** Ends badly. What came is kept: the import can be taken up again where it stopped. */
  async fail(id: string, message: string): Promise<boolean> {
    return this.end(id, 'echouee', message);
  }

  /** @returns false when it had already ended. */
  cancel(id: string, message: string): Promise<boolean> {
    return this.end(id, 'annulee', message);
  }

  private async end(id: string, statut: 'echouee' | 'annulee', message: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE collecte SET statut = $2, message = $3, ended_at = now(), bail_at = NULL, attente_at = NULL,
         reste_ms = NULL
       WHERE id = $1 AND ${ACTIVE}`,
      [id, statut, message],
    );
    return changed > 0;
  }

  /**
   * Takes up again an import that failed, from its last cursor.
   * @returns the number of its next sending; null when it has not failed, or another is under way for its source.
   */
  async resume(manager: EntityManager, id: string): Promise<number | null> {
    const rows: [{ envoi: number }[], number] = await manager.query(
      `UPDATE collecte c SET statut = 'en_attente', message = NULL, essais = 0, attente_at = NULL, ended_at = NULL,
         envoi = envoi + 1, envoye_at = now()
       WHERE id = $1 AND statut = 'echouee'
         AND NOT EXISTS (SELECT 1 FROM collecte o WHERE o.source = c.source AND o.created_at > c.created_at)
       RETURNING envoi`,
      [id],
    );
    return rows[0][0]?.envoi ?? null;
  }

  /** Imports that nobody holds though their time has come: their job is lost. Marks them as sent anew. */
  async reclaimSilent(manager: EntityManager): Promise<{ collecteId: string; envoi: number }[]> {
    const rows: [{ collecteId: string; envoi: number }[], number] = await manager.query(
      `UPDATE collecte SET envoi = envoi + 1, envoye_at = now()
       WHERE ${ACTIVE} AND envoye_at < now() - ${SILENCE}
         AND (bail_at IS NULL OR bail_at < now()) AND (attente_at IS NULL OR attente_at < now() - ${SILENCE})
       RETURNING id AS "collecteId", envoi`,
    );
    return rows[0];
  }

  /** Failures in a row, as of now: a step forward starts the count again. */
  async essais(id: string): Promise<number> {
    const rows: { essais: number }[] = await this.dataSource.query(
      `SELECT essais FROM collecte WHERE id = $1`,
      [id],
    );
    return rows[0]?.essais ?? 0;
  }

  /** The last imports of a source that have ended. */
  async endedOf(source: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM collecte WHERE source = $1 AND NOT ${ACTIVE} ORDER BY created_at DESC LIMIT 10`,
      [source],
    );
    return rows.map(({ id }) => id);
  }

  private async hold(
    manager: EntityManager,
    { id, jeton }: TakenCollecte,
    set: string,
    values: readonly unknown[],
  ): Promise<void> {
    const [, changed]: [unknown, number] = await manager.query(`UPDATE collecte SET ${set} WHERE ${MINE}`, [
      id,
      jeton,
      ...values,
    ]);
    if (changed === 0) throw new CollecteLostError(id);
  }
}
