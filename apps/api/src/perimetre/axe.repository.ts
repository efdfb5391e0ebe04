import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Plateforme } from '#matching';
import type { FormationRow } from '#sources';
import { colonneDuFait, SqlParameters, verdictsSql } from './condition.query.ts';
import { CHAMPS, NOMS_DE_CHAMP } from './condition.ts';
import { axesOf } from './faits.ts';
import type { RegleAEvaluer } from './regle-perimetre.ts';

/** Rows a statement: keeps each message to the server around a megabyte. */
const BATCH = 2_000;

/**
 * Level of the kept certification: of the first digit of its CFD, save the mentions complémentaires that stood
 * under 010 (domain.md §1). Only where the catalogue's own words do not tell.
 */
const NIVEAU_RETENU = `CASE
  WHEN k.code LIKE 'CFD:0102%' THEN 3 WHEN k.code LIKE 'CFD:0103%' THEN 4
  ELSE CASE substr(k.code, 1, 5) WHEN 'CFD:5' THEN 3 WHEN 'CFD:4' THEN 4 WHEN 'CFD:3' THEN 5
    WHEN 'CFD:2' THEN 6 WHEN 'CFD:1' THEN 7 WHEN 'CFD:8' THEN 8 END END`;

/** Facts as they come from `axesOf`, each for its column. */
const TYPES = { texte: 'text', choix: 'text', nombre: 'float8', liste: 'text[]' } as const;
const COLONNES = NOMS_DE_CHAMP.map(colonneDuFait).join(', ');
const LUS = NOMS_DE_CHAMP.map((champ) => `f."${champ}"`).join(', ');
const DECLARES = NOMS_DE_CHAMP.map((champ) => `"${champ}" ${TYPES[CHAMPS[champ]]}`).join(', ');

/** The place of each formation on the axes of the reports: prepared once, kept in step with rules and results. */
@Injectable()
export class AxeRepository {
  /** Prepares the formations of a campaign that have no axes yet. @returns how many there were. */
  async prepare(manager: EntityManager, campagneId: string): Promise<number> {
    if (await this.isPrepared(manager, campagneId)) return 0;
    for (let prepared = 0; ;) {
      const rows: { id: string; plateforme: Plateforme; contenu: FormationRow }[] = await manager.query(
        `SELECT f.id::text AS id, c.plateforme, f.contenu FROM formation f
         JOIN campagne c ON c.id = f.campagne_id
         WHERE f.campagne_id = $1 AND NOT EXISTS (SELECT 1 FROM formation_axe x WHERE x.formation_id = f.id)
         ORDER BY f.id LIMIT ${BATCH}`,
        [campagneId],
      );
      if (rows.length === 0) return prepared;
      prepared += rows.length;
      const records = rows.map(({ id, plateforme, contenu }) => {
        const { typeDiplome, academie, faits } = axesOf(contenu, plateforme);
        return { formation_id: id, type_diplome: typeDiplome, academie, niveau: faits.niveau, faits };
      });
      await manager.query(
        `INSERT INTO formation_axe (formation_id, campagne_id, type_diplome, academie, niveau, ${COLONNES})
         SELECT r.formation_id, $1, r.type_diplome, r.academie, r.niveau, ${LUS}
         FROM jsonb_to_recordset($2::jsonb) AS r
           (formation_id bigint, type_diplome text, academie text, niveau integer, faits jsonb)
         CROSS JOIN LATERAL jsonb_to_record(r.faits) AS f (${DECLARES})
         ON CONFLICT (formation_id) DO NOTHING`,
        [campagneId, JSON.stringify(records)],
      );
    }
  }

  /** Counted on two indexes: looking for the rows that are missing reads all of them. */
  private async isPrepared(manager: EntityManager, campagneId: string): Promise<boolean> {
    const rows: { prepared: boolean }[] = await manager.query(
      `SELECT (SELECT count(*) FROM formation WHERE campagne_id = $1)
         = (SELECT count(*) FROM formation_axe WHERE campagne_id = $1) AS prepared`,
      [campagneId],
    );
    return rows[0]?.prepared ?? false;
  }

  /** Brings levels in step with the results kept today: the last run that ended well, and decisions. */
  async refreshNiveaux(manager: EntityManager, campagneId: string): Promise<void> {
    await manager.query(
      `UPDATE formation_axe x SET niveau = coalesce(x.fait_niveau::integer, ${NIVEAU_RETENU})
       FROM (
         SELECT f.id, CASE WHEN j.id IS NULL THEN a.code_certification ELSE j.code_certification END AS code
         FROM formation f
         LEFT JOIN (SELECT id FROM execution WHERE campagne_id = $1 AND statut = 'terminee'
           ORDER BY ended_at DESC, id LIMIT 1) e ON true
         LEFT JOIN appariement a ON a.execution_id = e.id AND a.signature_id = f.signature_id
         LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
         WHERE f.campagne_id = $1
       ) k
       WHERE x.formation_id = k.id
         AND x.niveau IS DISTINCT FROM coalesce(x.fait_niveau::integer, ${NIVEAU_RETENU})`,
      [campagneId],
    );
  }

  /** Brings perimeters in step with the rules, ranked as `rankRegles` does. @returns how many formations changed. */
  async applyRegles(
    manager: EntityManager,
    campagneId: string,
    ranked: readonly RegleAEvaluer[],
  ): Promise<number> {
    const parameters = new SqlParameters([campagneId]);
    const verdicts = verdictsSql(ranked, 'x.campagne_id = $1', parameters);
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE formation_axe x SET perimetre = v.perimetre, regle_id = v.regle_id FROM (${verdicts}) v
       WHERE x.formation_id = v.formation_id
         AND (x.perimetre, x.regle_id) IS DISTINCT FROM (v.perimetre, v.regle_id)`,
      parameters.values,
    );
    return changed;
  }
}
