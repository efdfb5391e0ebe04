import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.ts';

/** Still a control: given to $1, its item still decided, not answered. */
const OUVERTES = `SELECT e.id AS element, r.id AS revue FROM element_lecture e
  JOIN revue r ON r.campagne_id = e.campagne_id AND r.signature_id = e.signature_id
  WHERE e.genre = 'controle_file' AND e.bail_compte_id = $1 AND r.statut = 'decide'
    AND NOT EXISTS (SELECT 1 FROM lecture l WHERE l.element_id = e.id)`;

/** Items judged by someone, given to someone else to be judged again. */
@Injectable()
export class ControleDeFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the items' ids */
  async ouvertes(compteId: string): Promise<string[]> {
    const rows = await prepared<{ revue: string }>(this.dataSource, OUVERTES, [compteId]);
    return rows.map(({ revue }) => revue);
  }

  /** The element that an answer to an item is for: open, or already answered by this very command; null for none. */
  async elementFor(compteId: string, revueId: string, commandeId: string): Promise<string | null> {
    const rows = await prepared<{ element: string }>(
      this.dataSource,
      `SELECT element FROM (${OUVERTES}) ouverte WHERE revue = $2
       UNION ALL
       SELECT l.element_id FROM lecture l JOIN element_lecture e ON e.id = l.element_id
       WHERE l.commande_id = $3 AND e.genre = 'controle_file' AND e.bail_compte_id = $1`,
      [compteId, revueId, commandeId],
    );
    return rows[0]?.element ?? null;
  }

  async lue(compteId: string, revueId: string): Promise<boolean> {
    const rows = await prepared(
      this.dataSource,
      `SELECT 1 FROM revue r
       JOIN element_lecture e ON e.campagne_id = r.campagne_id AND e.signature_id = r.signature_id
       JOIN lecture l ON l.element_id = e.id
       WHERE r.id = $2 AND e.genre = 'controle_file' AND e.bail_compte_id = $1 LIMIT 1`,
      [compteId, revueId],
    );
    return rows.length > 0;
  }

  /** Forgets a control that its reader has passed over. */
  async rendre(compteId: string, revueId: string): Promise<void> {
    await prepared(
      this.dataSource,
      `DELETE FROM element_lecture WHERE id IN (SELECT element FROM (${OUVERTES}) ouverte WHERE revue = $2)`,
      [compteId, revueId],
    );
  }

  /** Share of the items of a campaign that are controls, 0 to 0.2. */
  async taux(campagneId: string, manager: EntityManager = this.dataSource.manager): Promise<number> {
    const rows = await prepared<{ taux: number }>(
      manager,
      `SELECT taux_controle AS taux FROM campagne WHERE id = $1`,
      [campagneId],
    );
    return rows[0]?.taux ?? 0;
  }

  /** @returns the name of the campaign, null when there is none */
  async saveTaux(manager: EntityManager, campagneId: string, taux: number): Promise<string | null> {
    const rows: [{ nom: string }[], number] = await manager.query(
      `UPDATE campagne SET taux_controle = $2 WHERE id = $1 RETURNING nom`,
      [campagneId, taux],
    );
    return rows[0][0]?.nom ?? null;
  }

  /**
   * Gives someone an item that another person decided one by one, or that an adjudicateur settled. Never two at a time,
   * never one they have had a word on, never the same twice.
   * @param pivot a random UUID: the first item after it is given, else the first of all
   */
  async donner(manager: EntityManager, campagneId: string, compteId: string, pivot: string): Promise<void> {
    for (const side of ['r.id >= $3::uuid', 'r.id < $3::uuid']) {
      const given = await prepared(
        manager,
        `INSERT INTO element_lecture (id, genre, campagne_id, signature_id, execution_id, rang, nb_formations,
           academies, verdict_attendu, code_attendu, version, exclu_compte_id, bail_compte_id)
         SELECT gen_random_uuid(), 'controle_file', r.campagne_id, r.signature_id, r.execution_id, 0,
           r.nb_formations, r.academies, CASE j.verdict WHEN 'aucune' THEN 'aucune' ELSE 'accepte' END,
           j.code_certification, j.version, j.auteur_id, $1
         FROM revue r
         JOIN compte c ON c.id = $1 AND (c.academies IS NULL OR r.academies && c.academies)
         JOIN jugement_en_vigueur j ON j.signature_id = r.signature_id
         WHERE r.campagne_id = $2 AND r.statut = 'decide' AND ${side} AND j.origine IN ('revue', 'adjudication')
           AND NOT EXISTS (SELECT 1 FROM jugement own WHERE own.signature_id = r.signature_id
             AND own.auteur_id = $1)
           AND NOT EXISTS (SELECT 1 FROM element_lecture d LEFT JOIN lecture l ON l.element_id = d.id
             WHERE d.signature_id = r.signature_id AND (d.bail_compte_id = $1 OR l.auteur_id = $1))
           AND NOT EXISTS (${OUVERTES})
         ORDER BY r.id LIMIT 1 RETURNING id`,
        [compteId, campagneId, pivot],
      );
      if (given.length > 0) return;
    }
  }

  /** All readers together, never one by one. */
  async resultats(campagneId: string | null): Promise<{ justes: number; faux: number; incertains: number }> {
    const rows: { justes: number; faux: number; incertains: number }[] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE l.concordante)::int AS justes,
         count(*) FILTER (WHERE l.concordante = false)::int AS faux,
         count(*) FILTER (WHERE l.concordante IS NULL)::int AS incertains
       FROM element_lecture e JOIN lecture l ON l.element_id = e.id
       WHERE e.genre = 'controle_file' AND ($1::uuid IS NULL OR e.campagne_id = $1)`,
      [campagneId],
    );
    return rows[0] ?? { justes: 0, faux: 0, incertains: 0 };
  }
}
