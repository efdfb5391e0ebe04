import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listPage, listRows, type Page, type PageRequest } from '../database/list-page.ts';
import type { StatutExecution } from './execution.repository.ts';

export interface Compteurs {
  readonly apparie: number;
  readonly aVerifier: number;
  readonly sansCorrespondance: number;
}

/** A run as the back office follows it. */
export interface ExecutionView {
  readonly id: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly statut: StatutExecution;
  readonly creeeLe: Date;
  readonly demarreeLe: Date | null;
  readonly termineeLe: Date | null;
  readonly modele: string;
  readonly risque: number;
  readonly seuil: number;
  readonly rentree: string;
  readonly empreinte: string;
  readonly instantanes: readonly { id: string; table: string; nom: string; millesime: string }[];
  readonly nbLots: number;
  readonly nbLotsTermines: number;
  readonly nbSignatures: number;
  readonly nbSignaturesTraitees: number;
  readonly nbFormations: number;
  readonly nbFormationsTraitees: number;
  /** Formations a second since the run started; null before its first chunk. */
  readonly debit: number | null;
  readonly resteSecondes: number | null;
  /** By formation, once the run has ended. */
  readonly compteurs: Compteurs | null;
  readonly erreur: string | null;
  /** Opening of what it leaves to people, after its end; null for one that has not ended, or that ended long ago. */
  readonly file: OuvertureFile | null;
}

export interface OuvertureFile {
  readonly total: number;
  readonly ouverts: number;
  readonly terminee: boolean;
  /** Why it is not going forward; it is tried again. */
  readonly erreur: string | null;
}

const SELECT = `SELECT e.id, e.campagne_id AS "campagneId", c.nom AS "campagneNom", e.statut,
  e.created_at AS "creeeLe", e.started_at AS "demarreeLe", e.ended_at AS "termineeLe", e.modele, e.risque,
  e.seuil, to_char(e.rentree, 'YYYY-MM-DD') AS rentree, e.empreinte,
  (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'table', i.table_id, 'nom', i.nom, 'millesime', i.millesime)
     ORDER BY i.table_id, i.millesime)
   FROM instantane i WHERE i.id = ANY(e.instantanes) OR i.id = ANY(e.habilitations) OR i.id = c.catalogue_id) AS instantanes,
  e.nb_lots AS "nbLots", e.nb_lots_termines AS "nbLotsTermines", e.nb_signatures AS "nbSignatures",
  e.nb_signatures_traitees AS "nbSignaturesTraitees", e.nb_formations AS "nbFormations",
  e.nb_formations_traitees AS "nbFormationsTraitees", rythme.debit,
  CASE WHEN e.statut = 'en_cours' THEN
    ceil((e.nb_formations - e.nb_formations_traitees) / nullif(rythme.debit, 0)) END AS "resteSecondes",
  e.compteurs,
  e.erreur,
  CASE WHEN o.execution_id IS NOT NULL THEN jsonb_build_object('total', o.total, 'ouverts', o.ouverts,
    'terminee', o.terminee_at IS NOT NULL, 'erreur', o.erreur) END AS file
  FROM execution e JOIN campagne c ON c.id = e.campagne_id LEFT JOIN ouverture_file o ON o.execution_id = e.id
  CROSS JOIN LATERAL (SELECT e.nb_formations_traitees / nullif(extract(epoch FROM
    coalesce(e.ended_at, now()) - e.started_at), 0)::float8 AS debit) rythme`;

@Injectable()
export class ExecutionQuery {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<ExecutionView | null> {
    const rows: ExecutionView[] = await this.dataSource.query(`${SELECT} WHERE e.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The last ones launched, newest first. */
  last(number: number, campagneId?: string): Promise<ExecutionView[]> {
    return listRows(this.dataSource, SELECT, { perPage: number, offset: 0, sort: 'creeeLe', order: 'DESC' }, [
      ['"campagneId" = ?::uuid', campagneId],
    ]);
  }

  list(
    request: PageRequest,
    filter: {
      campagneId?: string | undefined;
      statut?: string | undefined;
      ids?: readonly string[] | undefined;
    },
  ): Promise<Page<ExecutionView>> {
    return listPage(this.dataSource, SELECT, request, [
      ['"campagneId" = ?::uuid', filter.campagneId],
      ['statut = ?', filter.statut],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
  }
}
