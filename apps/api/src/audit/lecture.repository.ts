import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.ts';
import type { MatchResult } from '#matching';
import { BAIL_SECONDES } from '../review/file.repository.ts';
import type { DecisionTaken } from '../review/after-decision.ts';
import type { Verdict } from '../review/jugement.ts';

/** An element as an answer to it needs it. */
export interface ElementRecord {
  readonly id: string;
  readonly genre: 'audit' | 'controle' | 'controle_file' | 'echantillon' | 'seconde_lecture';
  readonly campagneId: string;
  readonly signatureId: string;
  readonly executionId: string;
  readonly academies: readonly string[];
  readonly verdictAttendu: 'accepte' | 'aucune';
  readonly codeAttendu: string | null;
  readonly excluCompteId: string | null;
  readonly instantanes: readonly string[];
  readonly resultat: MatchResult;
  /** The command that has answered it already. */
  readonly luePar: string | null;
}

export interface NewLecture {
  readonly id: string;
  readonly commandeId: string;
  readonly elementId: string;
  readonly verdict: Verdict;
  readonly codeCertification: string | null;
  readonly motif: string | null;
  readonly commentaire: string | null;
  readonly concordante: boolean | null;
  readonly auteurId: string;
  readonly auteurNom: string;
}

/** Which elements someone asks to read. */
export interface DemandeLecture {
  readonly compteId: string;
  readonly academies: readonly string[] | null;
  readonly genre: 'audit' | 'seconde_lecture';
  readonly campagneId: string | null;
  readonly tirageId: string | null;
}

/** Elements a person may be lent: not read yet, not about their own decision, of their académies. */
const OPEN = `FROM element_lecture e
  WHERE NOT EXISTS (SELECT 1 FROM lecture l WHERE l.element_id = e.id)
    AND e.genre <> 'controle_file' AND (e.genre = 'seconde_lecture') = $2 AND e.exclu_compte_id IS DISTINCT FROM $1::uuid
    AND ($3::text[] IS NULL OR e.academies && $3::text[])
    AND ($4::uuid IS NULL OR e.campagne_id = $4) AND ($5::uuid IS NULL OR e.tirage_id = $5)
    AND (e.bail_jusqu_a IS NULL OR e.bail_jusqu_a < now() OR e.bail_compte_id = $1::uuid)`;

const parametersOf = ({ compteId, genre, academies, campagneId, tirageId }: DemandeLecture): unknown[] => [
  compteId,
  genre === 'seconde_lecture',
  academies,
  campagneId,
  tirageId,
];

/** Forgets what was to be read of the signatures $1 and was not, and asks for the decisions $2 to be read. */
const SECOND_READING = `WITH oublie AS (
    DELETE FROM element_lecture e WHERE genre = 'seconde_lecture' AND signature_id = ANY($1::bigint[])
      AND NOT EXISTS (SELECT 1 FROM lecture l WHERE l.element_id = e.id))
  INSERT INTO element_lecture (id, genre, campagne_id, signature_id, execution_id, rang, nb_formations,
    academies, verdict_attendu, code_attendu, version, exclu_compte_id)
  SELECT gen_random_uuid(), 'seconde_lecture', r.campagne_id, r.signature_id, r.execution_id, 0,
    r.nb_formations, r.academies, CASE j.verdict WHEN 'aucune' THEN 'aucune' ELSE 'accepte' END,
    j.code_certification, j.version, j.auteur_id
  FROM jugement j JOIN revue r ON r.id = j.revue_id JOIN campagne c ON c.id = r.campagne_id
  WHERE j.id = ANY($2::uuid[]) AND r.impact >= c.seuil_seconde_lecture`;

/** Blind readings: elements are lent one person at a time, answers are only ever added. */
@Injectable()
export class LectureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Lends the next element; the one already held comes first. @returns null when there is none */
  async take(demande: DemandeLecture): Promise<string | null> {
    return this.dataSource.transaction(async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `SELECT e.id ${OPEN}
         ORDER BY (e.bail_compte_id = $1::uuid) DESC NULLS LAST, e.tirage_id, e.rang, e.id
         LIMIT 1 FOR UPDATE OF e SKIP LOCKED`,
        parametersOf(demande),
      );
      const id = rows[0]?.id;
      if (id === undefined) return null;
      await manager.query(
        `UPDATE element_lecture SET bail_compte_id = $2,
           bail_jusqu_a = now() + interval '${BAIL_SECONDES} seconds' WHERE id = $1`,
        [id, demande.compteId],
      );
      return id;
    });
  }

  async count(demande: DemandeLecture): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n ${OPEN}`,
      parametersOf(demande),
    );
    return rows[0]?.n ?? 0;
  }

  async release(compteId: string, id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE element_lecture SET bail_compte_id = NULL, bail_jusqu_a = NULL WHERE id = $1 AND bail_compte_id = $2`,
      [id, compteId],
    );
  }

  async lock(manager: EntityManager, id: string): Promise<ElementRecord | null> {
    const rows: ElementRecord[] = await manager.query(
      `SELECT e.id, e.genre, e.campagne_id AS "campagneId", e.signature_id::text AS "signatureId",
         e.execution_id AS "executionId", e.academies, e.verdict_attendu AS "verdictAttendu",
         e.code_attendu AS "codeAttendu", e.exclu_compte_id AS "excluCompteId", x.instantanes, a.resultat,
         (SELECT commande_id FROM lecture l WHERE l.element_id = e.id) AS "luePar"
       FROM element_lecture e
       JOIN execution x ON x.id = e.execution_id
       JOIN appariement a ON a.execution_id = e.execution_id AND a.signature_id = e.signature_id
       WHERE e.id = $1 FOR UPDATE OF e`,
      [id],
    );
    return rows[0] ?? null;
  }

  async add(manager: EntityManager, lecture: NewLecture): Promise<void> {
    await manager.query(
      `INSERT INTO lecture (id, commande_id, element_id, verdict, code_certification, motif, commentaire,
         concordante, auteur_id, auteur_nom) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        lecture.id,
        lecture.commandeId,
        lecture.elementId,
        lecture.verdict,
        lecture.codeCertification,
        lecture.motif,
        lecture.commentaire,
        lecture.concordante,
        lecture.auteurId,
        lecture.auteurNom,
      ],
    );
  }

  /**
   * Asks a second person to read the decisions whose impact reaches the campaign's threshold. What was to be read of an
   * earlier decision on the same signature is no longer asked. A decision an adjudicateur took, or that a sample
   * justifies, is not read again.
   */
  async askSecondReading(manager: EntityManager, taken: readonly DecisionTaken[]): Promise<void> {
    const toRead = taken.filter(
      ({ jugement: { verdict, origine } }) =>
        ['accepte', 'autre', 'aucune'].includes(verdict) && ['revue', 'groupe'].includes(origine),
    );
    await prepared(manager, SECOND_READING, [
      taken.map(({ jugement }) => jugement.signatureId),
      toRead.map(({ jugement }) => jugement.id),
    ]);
  }
}
