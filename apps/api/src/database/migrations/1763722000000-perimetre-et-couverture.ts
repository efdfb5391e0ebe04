import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Perimeter rules with their history, and what the coverage report reads. */
export class PerimetreEtCouverture1763722000000 implements MigrationInterface {
  readonly name = 'PerimetreEtCouverture1763722000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE regle_perimetre (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     nom text NOT NULL CHECK (nom <> ''),
     plateforme text,
     type_diplome text,
     filiere text CHECK (filiere IN ('scolaire', 'apprentissage')),
     niveau integer CHECK (niveau BETWEEN 3 AND 8),
     condition_integration text NOT NULL
       CHECK (condition_integration IN ('doit_integrer', 'peut_integrer', 'ne_doit_pas_integrer')),
     condition jsonb,
     nom_condition text,
     priorite integer NOT NULL,
     derogations jsonb NOT NULL DEFAULT '{}',
     supprimee_at timestamptz,
     created_at timestamptz NOT NULL,
     updated_at timestamptz NOT NULL,
     updated_by text NOT NULL
   )`,
  `CREATE TABLE regle_perimetre_historique (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     regle_id uuid NOT NULL REFERENCES regle_perimetre (id),
     version integer NOT NULL,
     acte text NOT NULL CHECK (acte IN
       ('creation', 'modification', 'suppression', 'restauration', 'derogation', 'retrait_derogation')),
     academie text,
     avant jsonb,
     apres jsonb,
     auteur_id uuid,
     auteur_nom text NOT NULL,
     created_at timestamptz NOT NULL,
     UNIQUE (regle_id, version)
   )`,
  `CREATE TRIGGER regle_perimetre_historique_immuable
     BEFORE UPDATE OR DELETE OR TRUNCATE ON regle_perimetre_historique
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_modification()`,
  `CREATE TABLE formation_axe (
     formation_id bigint PRIMARY KEY REFERENCES formation (id),
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     type_diplome text,
     academie text,
     niveau integer,
     perimetre text NOT NULL DEFAULT 'sans_regle' CHECK (perimetre IN ('dans', 'hors', 'sans_regle')),
     regle_id uuid REFERENCES regle_perimetre (id),
     -- What rules read, folded once so that database and memory compare the same characters.
     faits jsonb NOT NULL
   )`,
  `CREATE INDEX formation_axe_campagne_idx ON formation_axe (campagne_id, perimetre)`,
  `CREATE TABLE couverture_etat (
     execution_id uuid PRIMARY KEY REFERENCES execution (id),
     empreinte text NOT NULL,
     calculee_at timestamptz NOT NULL
   )`,
  `CREATE TABLE couverture_agregat (
     execution_id uuid NOT NULL REFERENCES execution (id),
     moment text NOT NULL CHECK (moment IN ('codes', 'concordance', 'revue')),
     perimetre text NOT NULL,
     type_diplome text NOT NULL,
     filiere text NOT NULL,
     academie text NOT NULL,
     etat text NOT NULL,
     formations integer NOT NULL,
     places bigint NOT NULL,
     voeux bigint NOT NULL,
     PRIMARY KEY (execution_id, moment, perimetre, type_diplome, filiere, academie, etat)
   )`,
];

const DOWN = [
  `DROP TABLE couverture_agregat`,
  `DROP TABLE couverture_etat`,
  `DROP TABLE formation_axe`,
  `DROP TABLE regle_perimetre_historique`,
  `DROP TABLE regle_perimetre`,
];
