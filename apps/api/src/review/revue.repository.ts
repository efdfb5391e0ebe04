import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MatchResult } from '#matching';
import { prepared } from '../database/prepared.ts';
import type { JugementRecord } from './jugement.ts';
import type { StatutRevue } from './revue-filter.ts';

/** A review item as a decision needs it. */
export interface RevueRecord {
  readonly id: string;
  readonly campagneId: string;
  readonly signatureId: string;
  readonly executionId: string;
  readonly modele: string;
  readonly statut: StatutRevue;
  readonly libelle: string;
  readonly academies: readonly string[];
  readonly impact: number;
  readonly patron: string;
  /** Snapshots the run pinned. */
  readonly instantanes: readonly string[];
  readonly resultat: MatchResult;
}

const JUGEMENT = `SELECT id, commande_id AS "commandeId", signature_id::text AS "signatureId", version, verdict,
  code_certification AS "codeCertification", certification, motif, acteur, commentaire, origine, candidats,
  decision_groupee_id AS "groupeId", auteur_id AS "auteurId", auteur_nom AS "auteurNom", revue_id AS "revueId",
  execution_id AS "executionId", modele, created_at AS "creeLe" FROM jugement`;

const REVUE = `SELECT r.id, r.campagne_id AS "campagneId", r.signature_id::text AS "signatureId",
    r.execution_id AS "executionId", e.modele, r.statut, coalesce(r.specialite, r.libelle) AS libelle,
    r.academies, r.impact, r.patron, e.instantanes, a.resultat
  FROM revue r
  JOIN signature s ON s.id = r.signature_id
  JOIN execution e ON e.id = r.execution_id
  JOIN appariement a ON a.execution_id = r.execution_id AND a.signature_id = r.signature_id`;

/** Adds decisions ($1), and says on every item of their signatures what they are now. */
const ADD = `WITH j AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS j ("id" uuid, "commandeId" uuid, "signatureId" bigint,
      "version" integer, "verdict" text, "codeCertification" text, "certification" jsonb, "motif" text,
      "acteur" text, "commentaire" text, "origine" text, "candidats" jsonb, "groupeId" uuid, "auteurId" uuid,
      "auteurNom" text, "revueId" uuid, "executionId" uuid, "modele" text)
  ), ajoute AS (
    INSERT INTO jugement (id, commande_id, signature_id, version, verdict, code_certification, certification,
      motif, acteur, commentaire, origine, candidats, decision_groupee_id, auteur_id, auteur_nom, revue_id,
      execution_id, modele)
    SELECT "id", "commandeId", "signatureId", "version", "verdict", "codeCertification",
      "certification", "motif", "acteur", "commentaire", "origine",
      CASE WHEN jsonb_typeof("candidats") = 'array'
        THEN ARRAY(SELECT jsonb_array_elements_text("candidats")) END,
      "groupeId", "auteurId", "auteurNom", "revueId", "executionId", "modele"
    FROM j
  )
  -- A signature is the same question in every campaign: decided once, decided everywhere.
  UPDATE revue SET updated_at = now(), verdict = j."verdict", acteur = j."acteur",
    bail_compte_id = NULL, bail_jusqu_a = NULL,
    decide_le = CASE WHEN j."verdict" IN ('accepte', 'autre', 'aucune')
      THEN (now() AT TIME ZONE 'Europe/Paris')::date END,
    -- An adjudication taken back leaves the disagreement as it was.
    origine = CASE WHEN j."verdict" <> 'annule' THEN revue.origine
      WHEN j."origine" = 'adjudication' THEN 'desaccord' ELSE 'execution' END,
    statut = CASE WHEN j."verdict" = 'annule' AND j."origine" = 'adjudication' THEN 'adjudication'
      WHEN j."verdict" IN ('accepte', 'autre', 'aucune') THEN 'decide'
      WHEN revue.statut = 'adjudication' AND j."verdict" = 'incertain' THEN 'adjudication'
      ELSE 'a_traiter' END,
    priorite = CASE WHEN j."verdict" = 'incertain' THEN priorite / 10 ELSE priorite END
  FROM j WHERE signature_id = j."signatureId" AND statut <> 'obsolete'`;

/** Review items and the decisions taken on them. Decisions are only ever added. */
@Injectable()
export class RevueRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(revueId: string): Promise<RevueRecord | null> {
    const rows = await prepared<RevueRecord>(this.dataSource, `${REVUE} WHERE r.id = $1`, [revueId]);
    return rows[0] ?? null;
  }

  /** Locks the signature's decisions until the transaction ends: two stewards cannot both be first. */
  async lock(manager: EntityManager, revueId: string): Promise<RevueRecord | null> {
    const rows = await prepared<RevueRecord>(manager, `${REVUE} WHERE r.id = $1 FOR UPDATE OF s`, [revueId]);
    return rows[0] ?? null;
  }

  /** Same for several, always in the order of their signatures, so that two groups never wait for each other. */
  async lockAll(manager: EntityManager, revueIds: readonly string[]): Promise<RevueRecord[]> {
    return manager.query(`${REVUE} WHERE r.id = ANY($1::uuid[]) ORDER BY s.id FOR UPDATE OF s`, [revueIds]);
  }

  /** Whether a command has been written, and the last decision on a signature, in one question. */
  async stateOf(
    manager: EntityManager,
    signatureId: string,
    commandeId: string,
  ): Promise<{ done: boolean; last: JugementRecord | null }> {
    const rows = await prepared<JugementRecord>(
      manager,
      `(${JUGEMENT} WHERE signature_id = $1 ORDER BY version DESC LIMIT 1)
       UNION ALL (${JUGEMENT} WHERE commande_id = $2)`,
      [signatureId, commandeId],
    );
    return {
      done: rows.some((row) => row.commandeId === commandeId),
      last: rows.find((row) => row.signatureId === signatureId) ?? null,
    };
  }

  async lastJugement(signatureId: string): Promise<JugementRecord | null> {
    const rows: JugementRecord[] = await this.dataSource.query(
      `${JUGEMENT} WHERE signature_id = $1 ORDER BY version DESC LIMIT 1`,
      [signatureId],
    );
    return rows[0] ?? null;
  }

  /** The last decision of each signature that has one. */
  async lastJugements(
    manager: EntityManager,
    signatureIds: readonly string[],
  ): Promise<Map<string, JugementRecord>> {
    const rows: JugementRecord[] = await manager.query(
      `${JUGEMENT} j WHERE signature_id = ANY($1::bigint[]) AND version = (
         SELECT max(version) FROM jugement k WHERE k.signature_id = j.signature_id)`,
      [signatureIds],
    );
    return new Map(rows.map((row) => [row.signatureId, row]));
  }

  /** Every decision on these signatures, oldest first. */
  async jugementsOf(signatureIds: readonly string[]): Promise<JugementRecord[]> {
    return prepared(this.dataSource, `${JUGEMENT} WHERE signature_id = ANY($1::bigint[]) ORDER BY version`, [
      signatureIds,
    ]);
  }

  /** Decisions of a group, whatever has become of them. */
  async jugementsOfGroupe(manager: EntityManager, groupeId: string): Promise<JugementRecord[]> {
    return manager.query(
      `${JUGEMENT} WHERE decision_groupee_id = $1 AND verdict <> 'annule' ORDER BY signature_id`,
      [groupeId],
    );
  }

  /** Adds decisions, one a signature, and says on every item of those signatures what they are now. */
  async add(manager: EntityManager, jugements: readonly Omit<JugementRecord, 'creeLe'>[]): Promise<void> {
    if (jugements.length === 0) return;
    await prepared(manager, ADD, [JSON.stringify(jugements)]);
  }
}
