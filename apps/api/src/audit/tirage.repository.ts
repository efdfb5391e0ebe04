import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A draw to make. */
export interface NewTirage {
  readonly id: string;
  readonly genre: 'audit' | 'bande';
  readonly campagneId: string;
  readonly executionId: string;
  readonly graine: string;
  readonly taille: number;
  readonly nbControles: number;
  /** Score band, upper bound left out; null for an audit. */
  readonly confianceMin: number | null;
  readonly confianceMax: number | null;
  readonly risque: number | null;
  readonly auteurId: string;
  readonly auteurNom: string;
}

/** What the machine accepted in a run, without a human, and that no earlier audit of the run has drawn. */
const ACCEPTED = `SELECT a.signature_id, a.code_certification FROM appariement a
  WHERE a.execution_id = $2 AND a.statut = 'apparie'
    AND NOT EXISTS (SELECT 1 FROM jugement_en_vigueur j WHERE j.signature_id = a.signature_id)
    AND NOT EXISTS (SELECT 1 FROM element_lecture d WHERE d.execution_id = $2 AND d.genre = 'audit'
      AND d.signature_id = a.signature_id)`;
/** What waits for a person in a score band, and has a first candidate to accept. */
const BAND = `SELECT r.signature_id, r.premier_candidat AS code_certification FROM revue r
  WHERE r.execution_id = $2 AND r.statut = 'a_traiter' AND r.premier_candidat IS NOT NULL
    AND r.confiance >= $5 AND (r.confiance < $6 OR (r.confiance = 1 AND $6 = 1))`;
/** Signatures whose answer is sure: adjudicated, or read twice with the same answer. */
const KNOWN = `SELECT j.signature_id, j.code_certification, j.verdict, j.auteur_id FROM jugement_en_vigueur j
  JOIN appariement a ON a.execution_id = $2 AND a.signature_id = j.signature_id
  WHERE j.origine = 'adjudication' OR EXISTS (
    SELECT 1 FROM element_lecture d JOIN lecture l ON l.element_id = d.id
    WHERE d.genre = 'seconde_lecture' AND d.signature_id = j.signature_id AND d.version = j.version
      AND l.concordante)`;

/** Of the signature's formations in the campaign: how many, and their académies. */
const FORMATIONS = `CROSS JOIN LATERAL (
  SELECT count(*)::int AS nb, coalesce(array_agg(DISTINCT academie) FILTER (WHERE academie IS NOT NULL), '{}')
    AS academies
  FROM formation WHERE campagne_id = $3 AND signature_id = t.signature_id) f`;

/** Random samples: the seed is written down, so that anyone can draw the same again. */
@Injectable()
export class TirageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The last run of a campaign that ended well. */
  async executionOf(campagneId: string): Promise<string | null> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM execution WHERE campagne_id = $1 AND statut = 'terminee' ORDER BY ended_at DESC, id LIMIT 1`,
      [campagneId],
    );
    return rows[0]?.id ?? null;
  }

  /**
   * Draws the sample and mixes the control items in, in an order that the seed alone decides.
   * @returns how many signatures could have been drawn, and how many were.
   */
  async draw(manager: EntityManager, tirage: NewTirage): Promise<{ population: number; taille: number }> {
    const { id, executionId, campagneId, graine, confianceMin, confianceMax } = tirage;
    const audit = tirage.genre === 'audit';
    await manager.query(
      `INSERT INTO tirage (id, genre, campagne_id, execution_id, graine, population, taille, nb_controles,
         confiance_min, confiance_max, risque, auteur_id, auteur_nom)
       VALUES ($1, $2, $3, $4, $5, 0, 0, 0, $6, $7, $8, $9, $10)`,
      [
        id,
        tirage.genre,
        campagneId,
        executionId,
        graine,
        confianceMin,
        confianceMax,
        tirage.risque,
        tirage.auteurId,
        tirage.auteurNom,
      ],
    );
    const parameters: unknown[] = [id, executionId, campagneId, graine];
    if (!audit) parameters.push(confianceMin, confianceMax);
    const source = audit ? ACCEPTED : BAND;
    const counted: { n: number }[] = await manager.query(
      `SELECT count(*)::int AS n FROM (${source}) t WHERE $1::uuid IS NOT NULL AND $3::uuid IS NOT NULL
         AND $4::text IS NOT NULL`,
      parameters,
    );
    const drawn: unknown[] = await manager.query(
      `INSERT INTO element_lecture (id, genre, tirage_id, campagne_id, signature_id, execution_id, rang,
         nb_formations, academies, verdict_attendu, code_attendu)
       SELECT gen_random_uuid(), '${audit ? 'audit' : 'echantillon'}', $1, $3, t.signature_id, $2, 0, f.nb,
         f.academies, 'accepte', t.code_certification
       FROM (SELECT * FROM (${source}) s ORDER BY md5($4::text || ':' || s.signature_id) LIMIT ${tirage.taille}) t
       ${FORMATIONS} RETURNING id`,
      parameters,
    );
    const controls: unknown[] =
      tirage.nbControles === 0
        ? []
        : await manager.query(
            `INSERT INTO element_lecture (id, genre, tirage_id, campagne_id, signature_id, execution_id, rang,
               nb_formations, academies, verdict_attendu, code_attendu, exclu_compte_id)
             SELECT gen_random_uuid(), 'controle', $1, $3, t.signature_id, $2, 0, f.nb, f.academies,
               CASE t.verdict WHEN 'aucune' THEN 'aucune' ELSE 'accepte' END, t.code_certification, t.auteur_id
             FROM (SELECT * FROM (${KNOWN}) s ORDER BY md5($4::text || ':controle:' || s.signature_id)
                   LIMIT ${tirage.nbControles}) t
             ${FORMATIONS} ON CONFLICT (tirage_id, signature_id) DO NOTHING RETURNING id`,
            [id, executionId, campagneId, graine],
          );
    await manager.query(
      `UPDATE element_lecture e SET rang = o.rang FROM (
         SELECT id, row_number() OVER (ORDER BY md5($2::text || ':rang:' || signature_id)) AS rang
         FROM element_lecture WHERE tirage_id = $1) o
       WHERE o.id = e.id`,
      [id, graine],
    );
    const population = counted[0]?.n ?? 0;
    await manager.query(`UPDATE tirage SET population = $2, taille = $3, nb_controles = $4 WHERE id = $1`, [
      id,
      population,
      drawn.length,
      controls.length,
    ]);
    return { population, taille: drawn.length };
  }

  /** Locks a draw until the transaction ends. @returns the group that closed its band, if any; undefined: no such draw */
  async lock(manager: EntityManager, id: string): Promise<{ groupeId: string | null } | null> {
    const rows: { groupeId: string | null }[] = await manager.query(
      `SELECT decision_groupee_id AS "groupeId" FROM tirage WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  /**
   * What closing a band decides: the items of the band that still wait, but those whose reading was not the machine's.
   */
  async toClose(manager: EntityManager, id: string): Promise<{ id: string; version: number }[]> {
    return manager.query(
      `SELECT r.id, coalesce((SELECT max(version) FROM jugement j WHERE j.signature_id = r.signature_id), 0)
         AS version
       FROM tirage t
       JOIN revue r ON r.execution_id = t.execution_id AND r.campagne_id = t.campagne_id
       WHERE t.id = $1 AND r.statut = 'a_traiter' AND r.premier_candidat IS NOT NULL
         AND r.confiance >= t.confiance_min
         AND (r.confiance < t.confiance_max OR (r.confiance = 1 AND t.confiance_max = 1))
         AND NOT EXISTS (SELECT 1 FROM element_lecture e JOIN lecture l ON l.element_id = e.id
           WHERE e.tirage_id = t.id AND e.signature_id = r.signature_id AND l.concordante IS NOT TRUE)
       ORDER BY r.id`,
      [id],
    );
  }

  async close(manager: EntityManager, id: string, groupeId: string): Promise<void> {
    await manager.query(`UPDATE tirage SET decision_groupee_id = $2 WHERE id = $1`, [id, groupeId]);
  }
}
