import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TABLES_CPF, type TableCpf } from './tables-cpf.ts';

/** A snapshot of the CPF in use: the newest of its table, real where there is one. */
export interface InstantaneCpf {
  readonly id: string;
  readonly table: TableCpf;
  readonly millesime: string;
  readonly nom: string;
}

/** Adds up the millions of lines of the CPF by certification, once a snapshot. */
@Injectable()
export class PreparationCpfRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The snapshots in use, each made ready on its first reading. */
  async enService(): Promise<InstantaneCpf[]> {
    const snapshots: InstantaneCpf[] = await this.dataSource.query(
      `SELECT DISTINCT ON (table_id) id, table_id AS "table", millesime, nom FROM instantane
       WHERE statut = 'utilisable' AND table_id = ANY($1)
       ORDER BY table_id, exemple, millesime DESC, created_at DESC, sha256`,
      [TABLES_CPF],
    );
    for (const snapshot of snapshots) await this.prepare(snapshot);
    return snapshots;
  }

  private async prepare({ id, table }: InstantaneCpf): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const claimed: unknown[] = await manager.query(
        `INSERT INTO cpf_preparation (instantane_id)
         SELECT $1::uuid WHERE NOT EXISTS (SELECT FROM cpf_preparation WHERE instantane_id = $1)
         ON CONFLICT DO NOTHING RETURNING instantane_id`,
        [id],
      );
      if (claimed.length > 0) await manager.query(PREPARATION[table], [id]);
    });
  }
}

/** The code that a line is about: a certification of the RNCP, else of the répertoire spécifique. */
const CODE = `coalesce(contenu->>'rncp', contenu->>'rs')`;
const FROM = `FROM instantane_ligne WHERE instantane_id = $1`;
/** A measure that is not given counts for nothing; it is never a zero by itself. */
const mesure = (path: string): string => `(contenu#>>'{${path},valeur}')::numeric`;

const PREPARATION: Readonly<Record<TableCpf, string>> = {
  cpf_offre: `INSERT INTO cpf_certification (instantane_id, code, organismes, formations, sessions, heures_moyenne,
      frais_moyen)
    SELECT $1, ${CODE}, count(DISTINCT contenu->>'siret'), count(*), coalesce(sum(${mesure('sessions')}), 0),
      avg(${mesure('heures,moyenne')}), avg(${mesure('frais,moyenne')})
    ${FROM} AND ${CODE} IS NOT NULL GROUP BY 2`,
  cpf_entree_sortie: `INSERT INTO cpf_mouvement (instantane_id, code, periode, entrees, sorties_totales,
      sorties_partielles)
    SELECT $1, ${CODE}, contenu->>'periode', coalesce(sum(${mesure('mesures,entrees_formation')}), 0),
      coalesce(sum(${mesure('mesures,sorties_realisation_totale')}), 0),
      coalesce(sum(${mesure('mesures,sorties_realisation_partielle')}), 0)
    ${FROM} AND ${CODE} IS NOT NULL AND contenu->>'periode' IS NOT NULL GROUP BY 2, 3`,
  cpf_engagement: `INSERT INTO cpf_dossier (instantane_id, code, annee, statut, dossiers)
    SELECT $1, ${CODE}, contenu->>'periode', coalesce(contenu->>'statut', ''),
      coalesce(sum(${mesure('mesures,nb_dossiers')}), 0)
    ${FROM} AND ${CODE} IS NOT NULL AND contenu->>'periode' IS NOT NULL GROUP BY 2, 3, 4`,
  cpf_usager: `INSERT INTO cpf_profil (instantane_id, trimestre, axe, valeur, usagers)
    SELECT $1, trimestre, axe, coalesce(valeur, ''), sum(n) FROM (
      SELECT contenu->>'trimestre' AS trimestre, axe, valeur, coalesce(${mesure('mesures,nb_usagers')},
        ${mesure('mesures,nombre_usagers')}, ${mesure('mesures,nb_titulaires')}, 0) AS n
      FROM instantane_ligne CROSS JOIN LATERAL (VALUES ('age', contenu->>'age'), ('sexe', contenu->>'sexe'),
        ('demandeurEmploi', contenu->>'demandeurEmploi'), ('csp', contenu->>'csp')) AS a (axe, valeur)
      WHERE instantane_id = $1 AND contenu->>'trimestre' IS NOT NULL) ligne
    GROUP BY trimestre, axe, coalesce(valeur, '')`,
};
