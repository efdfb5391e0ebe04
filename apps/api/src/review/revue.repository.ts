import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MatchResult } from '#matching';
import type { JugementRecord } from './jugement.ts';

/** A review item as a decision needs it. */
export interface RevueRecord {
  readonly id: string;
  readonly campagneId: string;
  readonly signatureId: string;
  readonly executionId: string;
  readonly modele: string;
  /** Snapshots the run pinned. */
  readonly instantanes: readonly string[];
  readonly resultat: MatchResult;
}

const JUGEMENT = `SELECT id, commande_id AS "commandeId", signature_id::text AS "signatureId", version, verdict,
  code_certification AS "codeCertification", certification, motif, commentaire, auteur_id AS "auteurId",
  auteur_nom AS "auteurNom", revue_id AS "revueId", execution_id AS "executionId", modele,
  created_at AS "creeLe" FROM jugement`;

/** Items to review and the decisions taken on them. Decisions are only ever added. */
@Injectable()
export class RevueRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Opens, refreshes or closes a campaign's items after a run. An item that a human has decided stays decided;
   * one that the machine now settles by itself becomes obsolete.
   */
  async openAfterRun(manager: EntityManager, executionId: string): Promise<void> {
    await manager.query(
      `INSERT INTO revue (id, campagne_id, signature_id, execution_id, statut, priorite, nb_formations, places,
         voeux)
       SELECT gen_random_uuid(), e.campagne_id, a.signature_id, e.id,
         CASE WHEN j.id IS NULL THEN 'a_traiter' ELSE 'decide' END,
         -- Impact times uncertainty; what has no candidate at all waits behind what can be settled at a glance.
         ln(1 + count(*) + coalesce(sum(f.capacite), 0) / 10.0 + coalesce(sum(f.voeux), 0) / 100.0)
           * (1.05 - a.confiance) * CASE a.statut WHEN 'a_verifier' THEN 1 ELSE 0.2 END,
         count(*), coalesce(sum(f.capacite), 0), coalesce(sum(f.voeux), 0)
       FROM execution e
       JOIN appariement a ON a.execution_id = e.id AND a.statut <> 'apparie'
       JOIN formation f ON f.campagne_id = e.campagne_id AND f.signature_id = a.signature_id
       LEFT JOIN jugement_en_vigueur j ON j.signature_id = a.signature_id
       WHERE e.id = $1
       GROUP BY e.campagne_id, a.signature_id, e.id, j.id, a.confiance, a.statut
       ON CONFLICT (campagne_id, signature_id) DO UPDATE SET execution_id = excluded.execution_id,
         statut = excluded.statut, priorite = excluded.priorite, nb_formations = excluded.nb_formations,
         places = excluded.places, voeux = excluded.voeux, updated_at = now()`,
      [executionId],
    );
    await manager.query(
      `UPDATE revue r SET statut = 'obsolete', updated_at = now()
       FROM execution e
       WHERE e.id = $1 AND r.campagne_id = e.campagne_id AND r.execution_id <> e.id AND r.statut = 'a_traiter'`,
      [executionId],
    );
  }

  /** Locks the signature's decisions until the transaction ends: two stewards cannot both be first. */
  async lock(manager: EntityManager, revueId: string): Promise<RevueRecord | null> {
    const rows: RevueRecord[] = await manager.query(
      `SELECT r.id, r.campagne_id AS "campagneId", r.signature_id::text AS "signatureId",
         r.execution_id AS "executionId", e.modele, e.instantanes, a.resultat
       FROM revue r
       JOIN signature s ON s.id = r.signature_id
       JOIN execution e ON e.id = r.execution_id
       JOIN appariement a ON a.execution_id = r.execution_id AND a.signature_id = r.signature_id
       WHERE r.id = $1 FOR UPDATE OF s`,
      [revueId],
    );
    return rows[0] ?? null;
  }

  async jugementOfCommande(manager: EntityManager, commandeId: string): Promise<JugementRecord | null> {
    const rows: JugementRecord[] = await manager.query(`${JUGEMENT} WHERE commande_id = $1`, [commandeId]);
    return rows[0] ?? null;
  }

  async lastJugement(manager: EntityManager, signatureId: string): Promise<JugementRecord | null> {
    const rows: JugementRecord[] = await manager.query(
      `${JUGEMENT} WHERE signature_id = $1 ORDER BY version DESC LIMIT 1`,
      [signatureId],
    );
    return rows[0] ?? null;
  }

  /** Every decision on a signature, oldest first. */
  async jugementsOf(signatureId: string): Promise<JugementRecord[]> {
    return this.dataSource.query(`${JUGEMENT} WHERE signature_id = $1 ORDER BY version`, [signatureId]);
  }

  async add(manager: EntityManager, jugement: Omit<JugementRecord, 'creeLe'>): Promise<void> {
    await manager.query(
      `INSERT INTO jugement (id, commande_id, signature_id, version, verdict, code_certification, certification,
         motif, commentaire, auteur_id, auteur_nom, revue_id, execution_id, modele)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        jugement.id,
        jugement.commandeId,
        jugement.signatureId,
        jugement.version,
        jugement.verdict,
        jugement.codeCertification,
        jugement.certification,
        jugement.motif,
        jugement.commentaire,
        jugement.auteurId,
        jugement.auteurNom,
        jugement.revueId,
        jugement.executionId,
        jugement.modele,
      ],
    );
    // A signature is the same question in every campaign: decided once, decided everywhere.
    await manager.query(
      `UPDATE revue SET updated_at = now(),
         statut = CASE WHEN $2 IN ('accepte', 'autre', 'aucune') THEN 'decide' ELSE 'a_traiter' END,
         priorite = CASE WHEN $2 = 'incertain' THEN priorite / 10 ELSE priorite END
       WHERE signature_id = $1 AND statut <> 'obsolete'`,
      [jugement.signatureId, jugement.verdict],
    );
  }
}
