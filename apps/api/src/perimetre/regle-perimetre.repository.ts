import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';
import type { ReglePerimetre } from './regle-perimetre.ts';

export const ACTES_REGLE = [
  'creation',
  'modification',
  'suppression',
  'restauration',
  'derogation',
  'retrait_derogation',
] as const;
export type ActeRegle = (typeof ACTES_REGLE)[number];

/** One line of a rule's history. Never changed once written. */
export interface LigneHistorique {
  readonly id: string;
  readonly version: number;
  readonly acte: ActeRegle;
  /** The académie of a departure; null for the national rule. */
  readonly academie: string | null;
  readonly avant: Readonly<Record<string, unknown>> | null;
  readonly apres: Readonly<Record<string, unknown>> | null;
  readonly auteur: string;
  readonly creeLe: Date;
}

export interface RegleFilter {
  readonly plateforme?: string | undefined;
  readonly filiere?: string | undefined;
  readonly conditionIntegration?: string | undefined;
  readonly academie?: string | undefined;
  readonly supprimees?: boolean | undefined;
  readonly q?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

const SELECT = `SELECT id, version, nom, plateforme, type_diplome AS "typeDiplome", filiere, niveau,
  condition_integration AS "conditionIntegration", condition, nom_condition AS "nomCondition", priorite,
  derogations, supprimee_at AS "supprimeeLe", created_at AS "creeLe", updated_at AS "modifieeLe",
  updated_by AS "modifieePar" FROM regle_perimetre`;

/** Rules and their history. A rule is never erased: it is set aside, and what it said stays. */
@Injectable()
export class ReglePerimetreRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReglePerimetre | null> {
    const rows: ReglePerimetre[] = await manager.query(`${SELECT} WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  list(request: PageRequest, filter: RegleFilter): Promise<Page<ReglePerimetre>> {
    return listPage(this.dataSource, SELECT, request, [
      [
        '("supprimeeLe" IS NOT NULL) = ?',
        filter.ids === undefined ? (filter.supprimees ?? false) : undefined,
      ],
      ['plateforme = ?', filter.plateforme],
      ['filiere = ?', filter.filiere],
      ['"conditionIntegration" = ?', filter.conditionIntegration],
      ['jsonb_exists(derogations, ?)', filter.academie],
      [`position(lower(?) IN lower(nom || ' ' || coalesce("typeDiplome", ''))) > 0`, filter.q],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
  }

  /** Every rule in force. */
  async inForce(manager: EntityManager = this.dataSource.manager): Promise<ReglePerimetre[]> {
    return manager.query(`${SELECT} WHERE supprimee_at IS NULL ORDER BY id`);
  }

  /** Rises with every change of any rule. */
  async revision(manager: EntityManager = this.dataSource.manager): Promise<string> {
    const rows: { revision: string }[] = await manager.query(
      `SELECT coalesce(max(id), 0)::text AS revision FROM regle_perimetre_historique`,
    );
    return rows[0]?.revision ?? '0';
  }

  /** Writes the rule as it is now, one version up, if it is still at `regle.version`. @returns false otherwise. */
  async save(manager: EntityManager, regle: ReglePerimetre): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO regle_perimetre AS r (id, version, nom, plateforme, type_diplome, filiere, niveau,
         condition_integration, condition, nom_condition, priorite, derogations, supprimee_at, created_at,
         updated_at, updated_by)
       VALUES ($1, $2::integer + 1, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12::jsonb, $13, $14, $15, $16)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, nom = excluded.nom,
         plateforme = excluded.plateforme, type_diplome = excluded.type_diplome, filiere = excluded.filiere,
         niveau = excluded.niveau, condition_integration = excluded.condition_integration,
         condition = excluded.condition, nom_condition = excluded.nom_condition, priorite = excluded.priorite,
         derogations = excluded.derogations, supprimee_at = excluded.supprimee_at,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by
         WHERE r.version = $2
       RETURNING r.id`,
      [
        regle.id,
        regle.version,
        regle.nom,
        regle.plateforme,
        regle.typeDiplome,
        regle.filiere,
        regle.niveau,
        regle.conditionIntegration,
        regle.condition === null ? null : JSON.stringify(regle.condition),
        regle.nomCondition,
        regle.priorite,
        JSON.stringify(regle.derogations),
        regle.supprimeeLe,
        regle.creeLe,
        regle.modifieeLe,
        regle.modifieePar,
      ],
    );
    return rows.length > 0;
  }

  async appendHistorique(
    manager: EntityManager,
    ligne: {
      regleId: string;
      version: number;
      acte: ActeRegle;
      academie: string | null;
      avant: object | null;
      apres: object | null;
      auteur: JournalAuteur;
      at: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO regle_perimetre_historique (regle_id, version, acte, academie, avant, apres, auteur_id,
         auteur_nom, created_at)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9)`,
      [
        ligne.regleId,
        ligne.version,
        ligne.acte,
        ligne.academie,
        ligne.avant === null ? null : JSON.stringify(ligne.avant),
        ligne.apres === null ? null : JSON.stringify(ligne.apres),
        ligne.auteur.compteId,
        ligne.auteur.nom,
        ligne.at,
      ],
    );
  }

  /** A rule's history, newest first. */
  async historique(regleId: string): Promise<LigneHistorique[]> {
    return this.dataSource.query(
      `SELECT id::text AS id, version, acte, academie, avant, apres, auteur_nom AS auteur, created_at AS "creeLe"
       FROM regle_perimetre_historique WHERE regle_id = $1 ORDER BY version DESC`,
      [regleId],
    );
  }
}
