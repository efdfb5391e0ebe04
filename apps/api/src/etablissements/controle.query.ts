import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Controle, OuvertureUai } from '#matching';
import { DATE_REPONSE, iso } from './date-reponse.ts';
import { ouvertureSql } from './etablissement.query.ts';

/** The checks of one formation, as they were made. */
export interface ControlesFormationView {
  readonly formationId: string;
  readonly uai: string | null;
  readonly siret: string | null;
  /** Null while no pass has reached the formation. */
  readonly calculeLe: Date | null;
  readonly rentree: string;
  readonly controles: readonly Controle[];
  /** As ACCE has it, open or not at the rentrée; null where ACCE does not know the UAI. */
  readonly etablissement: {
    readonly uai: string;
    readonly nom: string;
    readonly commune: string | null;
    readonly ouverture: OuvertureUai;
  } | null;
}

/** What screens read of the checks. */
@Injectable()
export class ControleQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** By the last ended run of its campaign, the one whose results are shown. */
  async deFormation(formationId: string): Promise<ControlesFormationView | null> {
    const rows: (ControlesFormationView & { reponseLe: string | null })[] = await this.dataSource.query(
      `SELECT f.id::text AS "formationId", f.uai, coalesce(c.siret, f.contenu->>'siret') AS siret,
         c.updated_at AS "calculeLe", to_char(ca.rentree, 'YYYY-MM-DD') AS rentree,
         coalesce(c.controles, '[]') AS controles,
         (SELECT ${iso(DATE_REPONSE)} FROM organisme o JOIN instantane i ON i.id = o.instantane_id
          WHERE o.instantane_id = ANY(ce.instantanes) AND i.table_id = 'quiforme' AND o.cle = c.siret
          ORDER BY i.created_at DESC, i.sha256 LIMIT 1) AS "reponseLe",
         (SELECT jsonb_build_object('uai', e.uai, 'nom', e.nom, 'commune', e.commune, 'ouverture', ${ouvertureSql('r.jour')})
          FROM etablissement e CROSS JOIN (SELECT ca.rentree AS jour) r
          WHERE e.instantane_id = ANY(ce.instantanes) AND e.uai = f.uai) AS etablissement
       FROM formation f JOIN campagne ca ON ca.id = f.campagne_id
       LEFT JOIN LATERAL (SELECT id FROM execution WHERE campagne_id = f.campagne_id AND statut = 'terminee'
         ORDER BY ended_at DESC, id LIMIT 1) derniere ON true
       LEFT JOIN controle_execution ce ON ce.execution_id = derniere.id
       LEFT JOIN controle_formation c ON c.execution_id = derniere.id AND c.formation_id = f.id
       WHERE f.id = $1`,
      [formationId],
    );
    const [found] = rows;
    if (found === undefined) return null;
    const { reponseLe, ...view } = found;
    return { ...view, controles: view.controles.map((controle) => answered(controle, reponseLe)) };
  }
}

/** The same answer may have come again since the check was made: nothing changed but its age. */
function answered(controle: Controle, reponseLe: string | null): Controle {
  return controle.source === 'quiforme' && controle.obtenuLe !== null && reponseLe !== null
    ? { ...controle, obtenuLe: reponseLe }
    : controle;
}
