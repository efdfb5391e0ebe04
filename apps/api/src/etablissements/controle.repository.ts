import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DureeMef, Plateforme } from '#matching';
import type { LigneAControler, LigneControlee } from './ligne-a-controler.ts';

/** A run whose checks a worker has in hand. `jeton` rises at each taking: an older holder writes no more. */
export interface PasseControle {
  readonly executionId: string;
  readonly jeton: string;
  /** What every row was checked against at the end of the last pass; null before. */
  readonly sources: string | null;
}

export interface ExecutionAControler {
  readonly id: string;
  readonly campagneId: string;
  readonly statut: string;
  readonly plateforme: Plateforme;
  readonly rentree: string;
  /** Reference snapshots of the run. */
  readonly instantanes: readonly string[];
}

const TRANCHE = 1_000;

/** The certification kept for a row: a person's, else the engine's. */
const LIGNES = `SELECT f.id::text AS "formationId", f.rang, f.contenu, f.refus, j.id AS "jugementId",
    CASE WHEN j.id IS NULL THEN a.code_certification ELSE j.code_certification END AS "codeCertification",
    coalesce(CASE WHEN j.id IS NULL THEN a.resultat->'rncp' ELSE j.certification->'rncp' END, '[]') AS rncp,
    CASE WHEN j.id IS NULL THEN a.resultat->>'cfd' ELSE j.certification->>'cfd' END AS cfd, c.empreinte
  FROM execution e
  JOIN formation f ON f.campagne_id = e.campagne_id
  JOIN appariement a ON a.execution_id = e.id AND a.signature_id = f.signature_id
  LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
  LEFT JOIN controle_formation c ON c.execution_id = e.id AND c.formation_id = f.id
  WHERE e.id = $1`;

/** What the checks of runs read and write. */
@Injectable()
export class ControleRepository {
  constructor(private readonly dataSource: DataSource) {}

  async execution(id: string): Promise<ExecutionAControler | null> {
    const rows: ExecutionAControler[] = await this.dataSource.query(
      `SELECT e.id, e.campagne_id AS "campagneId", e.statut, c.plateforme,
         to_char(e.rentree, 'YYYY-MM-DD') AS rentree, e.instantanes
       FROM execution e JOIN campagne c ON c.id = e.campagne_id WHERE e.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async prendre(executionId: string): Promise<PasseControle> {
    const rows: PasseControle[] = await this.dataSource.query(
      `INSERT INTO controle_execution AS c (execution_id, statut, jeton) VALUES ($1, 'en_cours', 1)
       ON CONFLICT (execution_id) DO UPDATE SET statut = 'en_cours', jeton = c.jeton + 1, envoye_at = now()
       RETURNING execution_id AS "executionId", jeton::text AS jeton, sources`,
      [executionId],
    );
    const [passe] = rows;
    if (passe === undefined) throw new Error(`no checks of run ${executionId} to take`);
    return passe;
  }

  /**
   * The next rows of a run, in the order of the catalogue.
   * @param toutes false for those only that were never checked, or whose decision has changed
   */
  lignes(executionId: string, apresRang: number, toutes: boolean): Promise<LigneAControler[]> {
    const stale = toutes ? '' : `AND (c.formation_id IS NULL OR c.jugement_id IS DISTINCT FROM j.id)`;
    return this.dataSource.query(`${LIGNES} ${stale} AND f.rang > $2 ORDER BY f.rang LIMIT ${TRANCHE}`, [
      executionId,
      apresRang,
    ]);
  }

  /** Durations and years of the MEF that the campaign gives, in the newest N_MEF of the run. */
  async mefs({ campagneId, instantanes }: ExecutionAControler): Promise<Map<string, DureeMef>> {
    const rows: (DureeMef & { mef: string })[] = await this.dataSource.query(
      `SELECT l.contenu->>'mef' AS mef, (l.contenu->>'duree')::int AS duree, (l.contenu->>'annee')::int AS annee
       FROM instantane_ligne l WHERE l.instantane_id = (
           SELECT id FROM instantane WHERE id = ANY($1::uuid[]) AND table_id = 'n_mef'
           ORDER BY millesime DESC, sha256 LIMIT 1)
         AND l.contenu->>'mef' IN (
           SELECT contenu#>>'{codes,mef}' FROM formation WHERE campagne_id = $2)`,
      [instantanes, campagneId],
    );
    return new Map(rows.map(({ mef, duree, annee }) => [mef, { duree, annee }]));
  }

  /** Writes what changed of a slice, once. @returns false when another worker has taken the run over. */
  async ecrire(
    manager: EntityManager,
    { executionId, jeton }: PasseControle,
    controlees: readonly LigneControlee[],
    examinees: number,
  ): Promise<boolean> {
    const held: [unknown, number] = await manager.query(
      `UPDATE controle_execution SET nb_examinees = nb_examinees + $3, nb_ecrites = nb_ecrites + $4, envoye_at = now()
       WHERE execution_id = $1 AND jeton = $2`,
      [executionId, jeton, examinees, controlees.length],
    );
    if (held[1] === 0) return false;
    if (controlees.length === 0) return true;
    const records = controlees.map(({ ligne, resultat, alertes, empreinte }) => ({
      formation_id: ligne.formationId,
      jugement_id: ligne.jugementId,
      empreinte,
      uai: ligne.contenu.uai,
      siret: resultat.siret,
      uai_inconnue: resultat.uaiInconnue,
      non_conformes: resultat.nonConformes,
      controles: resultat.controles,
      alertes,
    }));
    const parameters = [executionId, JSON.stringify(records)];
    await manager.query(
      `DELETE FROM alerte_formation WHERE execution_id = $1 AND formation_id IN (
         SELECT formation_id FROM jsonb_to_recordset($2::jsonb) AS r (formation_id bigint))`,
      parameters,
    );
    await manager.query(
      `INSERT INTO controle_formation (execution_id, formation_id, jugement_id, empreinte, uai, siret, uai_inconnue,
         non_conformes, controles)
       SELECT $1, r.formation_id, r.jugement_id, r.empreinte, r.uai, r.siret, r.uai_inconnue,
         ARRAY(SELECT jsonb_array_elements_text(r.non_conformes)), r.controles
       FROM jsonb_to_recordset($2::jsonb) AS r (formation_id bigint, jugement_id uuid, empreinte text, uai text,
         siret text, uai_inconnue boolean, non_conformes jsonb, controles jsonb)
       ON CONFLICT (execution_id, formation_id) DO UPDATE SET jugement_id = excluded.jugement_id,
         empreinte = excluded.empreinte, uai = excluded.uai, siret = excluded.siret,
         uai_inconnue = excluded.uai_inconnue, non_conformes = excluded.non_conformes,
         controles = excluded.controles, updated_at = now()`,
      parameters,
    );
    await manager.query(
      `INSERT INTO alerte_formation (execution_id, formation_id, type, cle, acteur, date, detail)
       SELECT $1, r.formation_id, a.type, a.cle, a.acteur, a.date, a.detail
       FROM jsonb_to_recordset($2::jsonb) AS r (formation_id bigint, alertes jsonb)
       CROSS JOIN LATERAL jsonb_to_recordset(r.alertes) AS a (type text, cle text, acteur text, date date,
         detail text)`,
      parameters,
    );
    return true;
  }

  async finir(
    { executionId, jeton }: PasseControle,
    sources: string,
    instantanes: readonly string[],
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE controle_execution SET statut = 'terminee', sources = $3, instantanes = $4, ended_at = now()
       WHERE execution_id = $1 AND jeton = $2`,
      [executionId, jeton, sources, instantanes],
    );
  }
}
