import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ComptesEtJournal1763712000000 implements MigrationInterface {
  readonly name = 'ComptesEtJournal1763712000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE compte (
        id uuid PRIMARY KEY,
        identifiant text NOT NULL UNIQUE CHECK (identifiant = lower(identifiant) AND identifiant <> ''),
        nom text NOT NULL,
        role text NOT NULL CHECK (role IN ('lecteur', 'instructeur', 'administrateur')),
        mot_de_passe_hash text NOT NULL CHECK (mot_de_passe_hash LIKE '$argon2id$%'),
        doit_changer boolean NOT NULL,
        actif boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL,
        derniere_connexion_at timestamptz
      )`);

    await queryRunner.query(`
      CREATE TABLE session (
        token_sha256 text PRIMARY KEY CHECK (length(token_sha256) = 64),
        compte_id uuid NOT NULL REFERENCES compte (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await queryRunner.query(
      `CREATE INDEX session_compte_id_idx ON session (compte_id) WHERE revoked_at IS NULL`,
    );
    await queryRunner.query(`CREATE INDEX session_expires_at_idx ON session (expires_at)`);

    await queryRunner.query(`
      CREATE TABLE tentative_connexion (
        cle_sha256 text PRIMARY KEY CHECK (length(cle_sha256) = 64),
        echecs integer NOT NULL CHECK (echecs >= 0),
        derniere_at timestamptz NOT NULL,
        bloque_jusqu_a timestamptz
      )`);
    await queryRunner.query(
      `CREATE INDEX tentative_connexion_derniere_at_idx ON tentative_connexion (derniere_at)`,
    );

    // No foreign key on auteur_id: the journal must not depend on rows that could be changed under it.
    await queryRunner.query(`
      CREATE TABLE journal_entree (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        type text NOT NULL CHECK (type <> ''),
        message text NOT NULL CHECK (message <> ''),
        auteur_id uuid,
        auteur_nom text NOT NULL,
        created_at timestamptz NOT NULL,
        details jsonb NOT NULL DEFAULT '{}'
      )`);
    await queryRunner.query(`CREATE INDEX journal_entree_type_idx ON journal_entree (type, id DESC)`);
    await queryRunner.query(
      `CREATE INDEX journal_entree_auteur_id_idx ON journal_entree (auteur_id, id DESC)`,
    );
    await queryRunner.query(`
      CREATE FUNCTION journal_entree_immuable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'journal_entree : une ligne du journal ne se modifie pas et ne se supprime pas';
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER journal_entree_immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entree
      FOR EACH STATEMENT EXECUTE FUNCTION journal_entree_immuable()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE journal_entree`);
    await queryRunner.query(`DROP FUNCTION journal_entree_immuable()`);
    await queryRunner.query(`DROP TABLE tentative_connexion`);
    await queryRunner.query(`DROP TABLE session`);
    await queryRunner.query(`DROP TABLE compte`);
  }
}
