import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Establishments made ready from their snapshots, and what the checks of a run found. */
export class Etablissements1763723000000 implements MigrationInterface {
  readonly name = 'Etablissements1763723000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE EXTENSION IF NOT EXISTS unaccent`,
  // --- made from snapshots, once each; a snapshot never changes, neither do these
  `CREATE TABLE etablissement_preparation (
     instantane_id uuid PRIMARY KEY REFERENCES instantane (id),
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE etablissement (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     uai text NOT NULL,
     nom text NOT NULL,
     nature text,
     nature_libelle text,
     etat text,
     tutelle text,
     secteur text,
     contrat text,
     siret text,
     siren text,
     commune text,
     code_postal text,
     academie text,
     academie_libelle text,
     departement text,
     date_ouverture date,
     date_fermeture date,
     recherche text NOT NULL,
     PRIMARY KEY (instantane_id, uai)
   )`,
  `CREATE INDEX etablissement_recherche_idx ON etablissement USING gin (recherche gin_trgm_ops)`,
  `CREATE TABLE etablissement_rattachement (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     mere text NOT NULL,
     fille text NOT NULL,
     type text,
     date_ouverture date,
     date_fermeture date
   )`,
  `CREATE INDEX etablissement_rattachement_fille_idx ON etablissement_rattachement (instantane_id, fille)`,
  `CREATE INDEX etablissement_rattachement_mere_idx ON etablissement_rattachement (instantane_id, mere)`,
  `CREATE TABLE etablissement_siret (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     uai text NOT NULL,
     siret text NOT NULL,
     source text NOT NULL CHECK (source IN ('acce', 'catalogue_apprentissage', 'quiforme')),
     role text NOT NULL CHECK (role IN ('lieu', 'formateur', 'gestionnaire', 'etablissement')),
     PRIMARY KEY (instantane_id, uai, siret, role)
   )`,
  `CREATE INDEX etablissement_siret_siret_idx ON etablissement_siret (instantane_id, siret)`,
  `CREATE TABLE organisme (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     -- The SIRET of an answer of QuiForme, the NDA of a line of the liste publique.
     cle text NOT NULL,
     siret text,
     siren text,
     contenu jsonb NOT NULL,
     PRIMARY KEY (instantane_id, cle)
   )`,
  `CREATE INDEX organisme_siret_idx ON organisme (instantane_id, siret)`,
  `CREATE INDEX organisme_siren_idx ON organisme (instantane_id, siren)`,

  // --- checks of a run
  `CREATE TABLE controle_execution (
     execution_id uuid PRIMARY KEY REFERENCES execution (id),
     statut text NOT NULL DEFAULT 'en_attente' CHECK (statut IN ('en_attente', 'en_cours', 'terminee')),
     instantanes uuid[] NOT NULL DEFAULT '{}',
     -- What every row was checked against when the last pass ended: snapshots, rules, rentrée. Null before.
     sources char(64),
     jeton bigint NOT NULL DEFAULT 0,
     nb_examinees integer NOT NULL DEFAULT 0,
     nb_ecrites integer NOT NULL DEFAULT 0,
     envoye_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz
   )`,
  `CREATE TABLE controle_formation (
     execution_id uuid NOT NULL REFERENCES execution (id),
     formation_id bigint NOT NULL REFERENCES formation (id),
     -- The judgement (append-only) that the kept certification came from; null for the engine's answer.
     jugement_id uuid,
     -- SHA-256 of the checks and alerts: a row that ends as it was is not written again.
     empreinte char(64) NOT NULL,
     uai text,
     siret text,
     uai_inconnue boolean NOT NULL,
     non_conformes text[] NOT NULL,
     controles jsonb NOT NULL,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (execution_id, formation_id)
   )`,
  `CREATE INDEX controle_formation_uai_idx ON controle_formation (execution_id, uai)`,
  `CREATE TABLE alerte_formation (
     execution_id uuid NOT NULL,
     formation_id bigint NOT NULL,
     type text NOT NULL,
     cle text NOT NULL,
     acteur text NOT NULL CHECK (acteur IN ('etablissement', 'carif_oref', 'rectorat', 'dne')),
     date date,
     detail text NOT NULL,
     PRIMARY KEY (execution_id, formation_id, type, cle),
     FOREIGN KEY (execution_id, formation_id) REFERENCES controle_formation ON DELETE CASCADE
   )`,
  `CREATE INDEX alerte_formation_groupe_idx ON alerte_formation (execution_id, type, cle)`,
  `CREATE INDEX jugement_created_idx ON jugement (created_at)`,
];

const DOWN = [
  `DROP INDEX jugement_created_idx`,
  `DROP TABLE alerte_formation`,
  `DROP TABLE controle_formation`,
  `DROP TABLE controle_execution`,
  `DROP TABLE organisme`,
  `DROP TABLE etablissement_siret`,
  `DROP TABLE etablissement_rattachement`,
  `DROP TABLE etablissement`,
  `DROP TABLE etablissement_preparation`,
];
