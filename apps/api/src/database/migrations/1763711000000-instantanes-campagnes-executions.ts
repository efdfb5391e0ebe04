import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole way of the main job: snapshots, campaigns, runs, links, reviews, judgements, exports.
 * What must never change once written is guarded by the database itself.
 */
export class InstantanesCampagnesExecutions1763711000000 implements MigrationInterface {
  readonly name = 'InstantanesCampagnesExecutions1763711000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,

  `CREATE FUNCTION refuse_modification() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'la table % ne se modifie pas : on y ajoute seulement', TG_TABLE_NAME
       USING ERRCODE = 'restrict_violation';
   END $$`,

  // --- snapshots of the sources
  `CREATE TABLE instantane (
     id uuid PRIMARY KEY,
     table_id text NOT NULL,
     nom text NOT NULL,
     origine text NOT NULL,
     sha256 char(64) NOT NULL,
     octets bigint NOT NULL,
     encodage text NOT NULL,
     separateur text NOT NULL,
     colonnes text[] NOT NULL,
     colonnes_inconnues text[] NOT NULL,
     millesime text NOT NULL,
     lignes integer NOT NULL,
     acceptees integer NOT NULL,
     refusees integer NOT NULL,
     exemple boolean NOT NULL DEFAULT false,
     statut text NOT NULL DEFAULT 'utilisable' CHECK (statut IN ('utilisable', 'retire')),
     importe_par text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK (lignes = acceptees + refusees),
     UNIQUE (table_id, sha256, encodage)
   )`,
  `CREATE INDEX instantane_table_idx ON instantane (table_id, statut, millesime DESC)`,
  `CREATE TABLE instantane_ligne (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     ligne integer NOT NULL,
     contenu jsonb NOT NULL,
     PRIMARY KEY (instantane_id, ligne)
   )`,
  `CREATE TRIGGER instantane_ligne_immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON instantane_ligne
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_modification()`,
  `CREATE TABLE ligne_refusee (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     ligne integer NOT NULL,
     colonne text,
     motif text NOT NULL,
     message text NOT NULL,
     extrait text NOT NULL,
     -- The row without its faulty cell, where it can still be matched.
     lisible jsonb
   )`,
  `CREATE INDEX ligne_refusee_instantane_idx ON ligne_refusee (instantane_id, ligne)`,
  `CREATE TRIGGER ligne_refusee_immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON ligne_refusee
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_modification()`,
  `CREATE TABLE demande_import (
     id uuid PRIMARY KEY,
     nom text NOT NULL,
     chemin text NOT NULL,
     table_id text,
     encodage text,
     statut text NOT NULL DEFAULT 'en_attente'
       CHECK (statut IN ('en_attente', 'en_cours', 'terminee', 'echouee')),
     lignes integer NOT NULL DEFAULT 0,
     refusees integer NOT NULL DEFAULT 0,
     instantane_id uuid REFERENCES instantane (id),
     erreur text,
     auteur text NOT NULL,
     envoye_at timestamptz NOT NULL DEFAULT now(),
     created_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz
   )`,

  // --- campaigns and their formations
  `CREATE TABLE campagne (
     id uuid PRIMARY KEY,
     nom text NOT NULL UNIQUE,
     plateforme text NOT NULL,
     rentree date NOT NULL,
     catalogue_id uuid NOT NULL REFERENCES instantane (id),
     references_ids uuid[],
     nb_formations integer NOT NULL DEFAULT 0,
     nb_signatures integer NOT NULL DEFAULT 0,
     execution_publiee_id uuid,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE signature (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     cle text NOT NULL UNIQUE,
     contenu jsonb NOT NULL
   )`,
  `CREATE TABLE formation (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     rang integer NOT NULL,
     identifiant text NOT NULL,
     signature_id bigint NOT NULL REFERENCES signature (id),
     libelle text NOT NULL,
     specialite text,
     type_diplome text,
     voie text,
     uai text,
     academie text,
     capacite integer,
     voeux integer,
     recherche text NOT NULL,
     contenu jsonb NOT NULL,
     -- Why the line was refused, when it is matched all the same.
     refus text,
     UNIQUE (campagne_id, rang)
   )`,
  `CREATE INDEX formation_signature_idx ON formation (signature_id, campagne_id)`,
  `CREATE INDEX formation_recherche_idx ON formation USING gin (recherche gin_trgm_ops)`,

  // --- runs
  `CREATE TABLE execution (
     id uuid PRIMARY KEY,
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     statut text NOT NULL DEFAULT 'en_attente'
       CHECK (statut IN ('en_attente', 'en_cours', 'terminee', 'echouee', 'annulee')),
     modele text NOT NULL,
     risque double precision NOT NULL,
     seuil double precision NOT NULL,
     rentree date NOT NULL,
     instantanes uuid[] NOT NULL,
     empreinte char(64) NOT NULL,
     nb_lots integer NOT NULL,
     nb_lots_termines integer NOT NULL DEFAULT 0,
     nb_signatures integer NOT NULL,
     nb_signatures_traitees integer NOT NULL DEFAULT 0,
     nb_formations integer NOT NULL,
     nb_formations_traitees integer NOT NULL DEFAULT 0,
     erreur text,
     lance_par text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     ended_at timestamptz
   )`,
  `CREATE INDEX execution_campagne_idx ON execution (campagne_id, created_at DESC)`,
  `ALTER TABLE campagne ADD CONSTRAINT campagne_execution_publiee_fk
     FOREIGN KEY (execution_publiee_id) REFERENCES execution (id)`,
  `CREATE TABLE lot (
     execution_id uuid NOT NULL REFERENCES execution (id),
     numero integer NOT NULL,
     signatures bigint[] NOT NULL,
     nb_formations integer NOT NULL,
     statut text NOT NULL DEFAULT 'a_faire' CHECK (statut IN ('a_faire', 'en_cours', 'termine')),
     jeton bigint NOT NULL DEFAULT 0,
     bail_jusqu_a timestamptz,
     envoye_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     PRIMARY KEY (execution_id, numero)
   )`,
  `CREATE TABLE appariement (
     execution_id uuid NOT NULL REFERENCES execution (id),
     signature_id bigint NOT NULL REFERENCES signature (id),
     statut text NOT NULL CHECK (statut IN ('apparie', 'a_verifier', 'sans_correspondance')),
     code_certification text,
     confiance double precision NOT NULL,
     motifs text[] NOT NULL,
     resultat jsonb NOT NULL,
     PRIMARY KEY (execution_id, signature_id)
   )`,

  // --- review
  `CREATE TABLE revue (
     id uuid PRIMARY KEY,
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     signature_id bigint NOT NULL REFERENCES signature (id),
     execution_id uuid NOT NULL REFERENCES execution (id),
     statut text NOT NULL CHECK (statut IN ('a_traiter', 'decide', 'obsolete')),
     priorite double precision NOT NULL,
     nb_formations integer NOT NULL,
     places integer NOT NULL,
     voeux integer NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (campagne_id, signature_id)
   )`,
  `CREATE INDEX revue_file_idx ON revue (campagne_id, statut, priorite DESC, id)`,
  `CREATE TABLE jugement (
     id uuid PRIMARY KEY,
     commande_id uuid NOT NULL UNIQUE,
     signature_id bigint NOT NULL REFERENCES signature (id),
     version integer NOT NULL,
     verdict text NOT NULL CHECK (verdict IN ('accepte', 'autre', 'aucune', 'incertain', 'annule')),
     code_certification text,
     -- What the certification was on that day: cfd, sise, libelle, mefstat11, rncp, ideo.
     certification jsonb,
     motif text,
     commentaire text,
     auteur_id uuid NOT NULL,
     auteur_nom text NOT NULL,
     revue_id uuid NOT NULL REFERENCES revue (id),
     execution_id uuid NOT NULL REFERENCES execution (id),
     modele text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (signature_id, version),
     CHECK ((verdict IN ('accepte', 'autre')) = (code_certification IS NOT NULL)),
     CHECK ((code_certification IS NULL) = (certification IS NULL)),
     CHECK (verdict <> 'aucune' OR motif IS NOT NULL)
   )`,
  `CREATE TRIGGER jugement_immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON jugement
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_modification()`,
  // The decision in force: the last one, unless it was taken back or left open.
  `CREATE VIEW jugement_en_vigueur AS
     SELECT * FROM (
       SELECT DISTINCT ON (signature_id) * FROM jugement ORDER BY signature_id, version DESC
     ) dernier
     WHERE verdict IN ('accepte', 'autre', 'aucune')`,

  // --- exports and outbox
  `CREATE TABLE export (
     id uuid PRIMARY KEY,
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     execution_id uuid NOT NULL REFERENCES execution (id),
     statut text NOT NULL DEFAULT 'en_attente'
       CHECK (statut IN ('en_attente', 'en_cours', 'terminee', 'echouee')),
     dossier text,
     manifeste jsonb,
     erreur text,
     envoye_at timestamptz NOT NULL DEFAULT now(),
     created_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz
   )`,
  `CREATE TABLE outbox (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     queue text NOT NULL,
     payload jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     sent_at timestamptz
   )`,
  `CREATE INDEX outbox_attente_idx ON outbox (id) WHERE sent_at IS NULL`,
];

const DOWN = [
  `DROP TABLE outbox`,
  `DROP TABLE export`,
  `DROP VIEW jugement_en_vigueur`,
  `DROP TABLE jugement`,
  `DROP TABLE revue`,
  `DROP TABLE appariement`,
  `DROP TABLE lot`,
  `ALTER TABLE campagne DROP CONSTRAINT campagne_execution_publiee_fk`,
  `DROP TABLE execution`,
  `DROP TABLE formation`,
  `DROP TABLE signature`,
  `DROP TABLE campagne`,
  `DROP TABLE demande_import`,
  `DROP TABLE ligne_refusee`,
  `DROP TABLE instantane_ligne`,
  `DROP TABLE instantane`,
  `DROP FUNCTION refuse_modification`,
];
