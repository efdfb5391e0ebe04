import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CodesEtablissement, Formation, MatchResult } from '#matching';
import { etablissementsDesLignes, type LieuDeLigne } from '../campagnes/formation-a-apparier.ts';

/** A chunk in the hands of one worker. `jeton` rises at each taking: an old holder can no longer write. */
export interface TakenLot {
  readonly executionId: string;
  readonly numero: number;
  readonly jeton: string;
  readonly nbFormations: number;
}

export interface SignatureToMatch {
  readonly id: string;
  readonly formation: Formation;
}

/** How long a worker keeps a chunk without saying that it is alive. */
const BAIL = `interval '30 seconds'`;
/** A chunk that nobody has taken this long after its job was asked for: the job is lost. */
const SILENCE = `interval '60 seconds'`;

@Injectable()
export class LotRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a chunk: free, or left by a holder whose lease ran out.
   * @returns null when it is done, held by someone else, or its run has ended.
   */
  async take(executionId: string, numero: number): Promise<TakenLot | null> {
    return this.dataSource.transaction(async (manager) => {
      const started: [unknown, number] = await manager.query(
        `UPDATE execution SET statut = 'en_cours', started_at = coalesce(started_at, now())
         WHERE id = $1 AND statut IN ('en_attente', 'en_cours')`,
        [executionId],
      );
      if (started[1] === 0) return null;
      const taken: [TakenLot[], number] = await manager.query(
        `UPDATE lot SET statut = 'en_cours', jeton = jeton + 1, bail_jusqu_a = now() + ${BAIL}
         WHERE execution_id = $1 AND numero = $2
           AND (statut = 'a_faire' OR (statut = 'en_cours' AND bail_jusqu_a < now()))
         RETURNING execution_id AS "executionId", numero, jeton::text AS jeton,
           nb_formations AS "nbFormations"`,
        [executionId, numero],
      );
      return taken[0][0] ?? null;
    });
  }

  async isDone(executionId: string, numero: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM lot JOIN execution e ON e.id = execution_id
       WHERE execution_id = $1 AND numero = $2
         AND (lot.statut = 'termine' OR e.statut NOT IN ('en_attente', 'en_cours'))`,
      [executionId, numero],
    );
    return rows.length > 0;
  }

  /** Says that the holder is alive. @returns false when the chunk is no longer its own. */
  async renew({ executionId, numero, jeton }: TakenLot): Promise<boolean> {
    const result: [unknown, number] = await this.dataSource.query(
      `UPDATE lot SET bail_jusqu_a = now() + ${BAIL}
       WHERE execution_id = $1 AND numero = $2 AND jeton = $3 AND statut = 'en_cours'`,
      [executionId, numero, jeton],
    );
    return result[1] > 0;
  }

  /** Gives the chunk back at once, so that another worker need not wait for the lease to run out. */
  async giveBack({ executionId, numero, jeton }: TakenLot): Promise<void> {
    await this.dataSource.query(
      `UPDATE lot SET statut = 'a_faire', bail_jusqu_a = NULL
       WHERE execution_id = $1 AND numero = $2 AND jeton = $3 AND statut = 'en_cours'`,
      [executionId, numero, jeton],
    );
  }

  async signaturesOf(executionId: string, numero: number): Promise<SignatureToMatch[]> {
    return this.dataSource.query(
      `SELECT s.id::text AS id, s.contenu AS formation
       FROM lot, unnest(lot.signatures) WITH ORDINALITY AS u (id, rang)
       JOIN signature s ON s.id = u.id
       WHERE lot.execution_id = $1 AND lot.numero = $2 ORDER BY u.rang`,
      [executionId, numero],
    );
  }

  /** The establishments of all the formations of each signature of a chunk; a signature without any is left out. */
  async etablissementsOf(
    executionId: string,
    numero: number,
  ): Promise<Map<string, readonly CodesEtablissement[]>> {
    const rows: { signatureId: string; lieux: LieuDeLigne[] }[] = await this.dataSource.query(
      `SELECT f.signature_id::text AS "signatureId", jsonb_agg(DISTINCT jsonb_build_object(
         'uai', f.contenu->'uai', 'uaiComposante', f.contenu->'uaiComposante', 'siret', f.contenu->'siret')) AS lieux
       FROM lot JOIN execution e ON e.id = lot.execution_id
       JOIN formation f ON f.signature_id = ANY(lot.signatures) AND f.campagne_id = e.campagne_id
       WHERE lot.execution_id = $1 AND lot.numero = $2 GROUP BY f.signature_id`,
      [executionId, numero],
    );
    return new Map(rows.map(({ signatureId, lieux }) => [signatureId, etablissementsDesLignes(lieux)]));
  }

  /**
   * Writes a chunk's results, once: the fence refuses a holder whose lease another worker has taken over.
   * @returns false when nothing was written, because the chunk is no longer the caller's.
   */
  async complete(
    manager: EntityManager,
    lot: TakenLot,
    results: readonly { readonly signatureId: string; readonly result: MatchResult }[],
  ): Promise<boolean> {
    // The run is locked first, so that two last chunks cannot both believe the other is still open.
    const open: unknown[] = await manager.query(
      `SELECT 1 FROM execution WHERE id = $1 AND statut = 'en_cours' FOR UPDATE`,
      [lot.executionId],
    );
    if (open.length === 0) return false;
    const closed: [unknown, number] = await manager.query(
      `UPDATE lot SET statut = 'termine', ended_at = now(), bail_jusqu_a = NULL
       WHERE execution_id = $1 AND numero = $2 AND jeton = $3 AND statut = 'en_cours'`,
      [lot.executionId, lot.numero, lot.jeton],
    );
    if (closed[1] === 0) return false;
    await manager.query(
      `INSERT INTO appariement (execution_id, signature_id, statut, code_certification, confiance, motifs,
         resultat)
       SELECT $1, r.id, r.resultat->>'statut', r.resultat->>'codeCertification',
         (r.resultat->>'confiance')::float8,
         ARRAY(SELECT jsonb_array_elements_text(r.resultat->'motifs')), r.resultat
       FROM jsonb_to_recordset($2::jsonb) AS r (id bigint, resultat jsonb)
       ON CONFLICT (execution_id, signature_id) DO UPDATE SET statut = excluded.statut,
         code_certification = excluded.code_certification, confiance = excluded.confiance,
         motifs = excluded.motifs, resultat = excluded.resultat`,
      [
        lot.executionId,
        JSON.stringify(results.map(({ signatureId, result }) => ({ id: signatureId, resultat: result }))),
      ],
    );
    await manager.query(
      `UPDATE execution SET nb_lots_termines = nb_lots_termines + 1,
         nb_signatures_traitees = nb_signatures_traitees + $2,
         nb_formations_traitees = nb_formations_traitees + $3
       WHERE id = $1`,
      [lot.executionId, results.length, lot.nbFormations],
    );
    return true;
  }

  /** @returns whether the run's last chunk is done and this call has ended the run. */
  async closeIfComplete(manager: EntityManager, executionId: string): Promise<boolean> {
    const result: [unknown, number] = await manager.query(
      `UPDATE execution SET statut = 'terminee', ended_at = now()
       WHERE id = $1 AND statut = 'en_cours' AND nb_lots_termines = nb_lots`,
      [executionId],
    );
    return result[1] > 0;
  }

  /**
   * Chunks whose job is lost: never taken, or taken by a worker that has died. Marks them as sent anew.
   * @returns what to send again; `envoi` makes a job id the queue has not seen.
   */
  async reclaimSilent(
    manager: EntityManager,
  ): Promise<{ executionId: string; numero: number; envoi: number }[]> {
    const rows: [{ executionId: string; numero: number; envoi: string }[], number] = await manager.query(
      `UPDATE lot SET envoye_at = now()
       FROM execution e
       WHERE e.id = lot.execution_id AND e.statut IN ('en_attente', 'en_cours')
         AND lot.envoye_at < now() - ${SILENCE}
         AND (lot.statut = 'a_faire' OR (lot.statut = 'en_cours' AND lot.bail_jusqu_a < now()))
       RETURNING execution_id AS "executionId", numero, extract(epoch FROM now())::bigint::text AS envoi`,
    );
    return rows[0].map(({ envoi, ...lot }) => ({ ...lot, envoi: Number(envoi) }));
  }
}
