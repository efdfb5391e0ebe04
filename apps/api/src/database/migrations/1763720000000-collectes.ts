import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports by API: what was asked for, what came so far and where to go on; schedules that run them. */
export class Collectes1763720000000 implements MigrationInterface {
  readonly name = 'Collectes1763720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE demande_import
     ADD COLUMN instantanes_ids uuid[] NOT NULL DEFAULT '{}'`,
  `UPDATE demande_import SET instantanes_ids = ARRAY[instantane_id] WHERE instantane_id IS NOT NULL`,

  `CREATE TABLE collecte (
     id uuid PRIMARY KEY,
     source text NOT NULL,
     planification_id uuid REFERENCES planification (id),
     -- What the person asked for; the rest is chosen at the start, then never changes: a cursor belongs to one plan.
     parametres jsonb NOT NULL,
     entree jsonb,
     statut text NOT NULL DEFAULT 'en_attente'
       CHECK (statut IN ('en_attente', 'en_cours', 'terminee', 'echouee', 'annulee')),
     curseur jsonb,
     etape text,
     faites integer NOT NULL DEFAULT 0,
     total integer,
     lignes integer NOT NULL DEFAULT 0,
     refusees integer NOT NULL DEFAULT 0,
     reste_ms double precision,
     message text,
     instantanes_ids uuid[] NOT NULL DEFAULT '{}',
     -- Failures in a row without a step forward.
     essais integer NOT NULL DEFAULT 0,
     attente_at timestamptz,
     jeton integer NOT NULL DEFAULT 0,
     bail_at timestamptz,
     envoi integer NOT NULL DEFAULT 0,
     envoye_at timestamptz NOT NULL DEFAULT now(),
     auteur text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     ended_at timestamptz
   )`,
  // One at a time for a source: its rate limit is one, and so is its cursor.
  `CREATE UNIQUE INDEX collecte_source_en_cours_idx ON collecte (source)
     WHERE statut IN ('en_attente', 'en_cours')`,
  `CREATE INDEX collecte_source_idx ON collecte (source, created_at DESC)`,
  `CREATE TABLE collecte_ligne (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     collecte_id uuid NOT NULL REFERENCES collecte (id) ON DELETE CASCADE,
     table_id text NOT NULL,
     contenu jsonb,
     rejet jsonb
   )`,
  `CREATE INDEX collecte_ligne_collecte_idx ON collecte_ligne (collecte_id, table_id, id)`,
  `CREATE TABLE collecte_table (
     collecte_id uuid NOT NULL REFERENCES collecte (id) ON DELETE CASCADE,
     table_id text NOT NULL,
     colonnes text[] NOT NULL,
     colonnes_inconnues text[] NOT NULL,
     millesime text NOT NULL,
     PRIMARY KEY (collecte_id, table_id)
   )`,
  `CREATE TABLE collecte_etape (
     collecte_id uuid NOT NULL REFERENCES collecte (id) ON DELETE CASCADE,
     etape text NOT NULL,
     issue text NOT NULL CHECK (issue IN ('lue', 'fichier', 'inchangee', 'refusee')),
     table_id text,
     fichier jsonb,
     validateurs jsonb,
     obtenue_at timestamptz NOT NULL,
     PRIMARY KEY (collecte_id, etape)
   )`,
  `CREATE INDEX collecte_etape_etape_idx ON collecte_etape (etape, obtenue_at DESC)`,
  // The last answer of each step that is in a snapshot: what the next import is told not to ask for again.
  `CREATE VIEW reponse_source AS
     SELECT DISTINCT ON (c.source, e.etape) c.source, e.etape, e.obtenue_at, e.validateurs, e.table_id
     FROM collecte_etape e JOIN collecte c ON c.id = e.collecte_id
     WHERE c.statut = 'terminee' AND e.issue IN ('lue', 'fichier')
     ORDER BY c.source, e.etape, e.obtenue_at DESC`,

  `ALTER TABLE planification
     ADD COLUMN genre text NOT NULL DEFAULT 'dossier'`,
  `ALTER TABLE planification
     ADD COLUMN parametres jsonb NOT NULL DEFAULT '{}'`,
  `ALTER TABLE planification ALTER COLUMN chemin DROP NOT NULL`,
  `ALTER TABLE planification ADD CONSTRAINT planification_genre_check CHECK (
     (genre = 'dossier' AND chemin IS NOT NULL) OR (genre = 'connecteur' AND chemin IS NULL))`,
];

const DOWN = [
  `DROP VIEW reponse_source`,
  `DROP TABLE collecte_etape, collecte_table, collecte_ligne, collecte`,
  `DELETE FROM planification WHERE genre = 'connecteur'`,
  `ALTER TABLE planification DROP CONSTRAINT planification_genre_check`,
  `ALTER TABLE planification DROP COLUMN genre`,
  `ALTER TABLE planification DROP COLUMN parametres`,
  `ALTER TABLE planification ALTER COLUMN chemin SET NOT NULL`,
  `ALTER TABLE demande_import DROP COLUMN instantanes_ids`,
];
