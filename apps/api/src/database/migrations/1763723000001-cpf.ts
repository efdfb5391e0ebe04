import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The CPF added up by certification, once a snapshot. */
export class Cpf1763723000001 implements MigrationInterface {
  readonly name = 'Cpf1763723000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cpf_preparation (
      instantane_id uuid PRIMARY KEY REFERENCES instantane (id),
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE TABLE cpf_certification (
      instantane_id uuid NOT NULL REFERENCES instantane (id),
      code text NOT NULL,
      organismes integer NOT NULL,
      formations integer NOT NULL,
      sessions integer NOT NULL,
      heures_moyenne double precision,
      frais_moyen double precision,
      PRIMARY KEY (instantane_id, code)
    )`);
    await runner.query(`CREATE TABLE cpf_mouvement (
      instantane_id uuid NOT NULL REFERENCES instantane (id),
      code text NOT NULL,
      periode text NOT NULL,
      entrees integer NOT NULL,
      sorties_totales integer NOT NULL,
      sorties_partielles integer NOT NULL,
      PRIMARY KEY (instantane_id, code, periode)
    )`);
    await runner.query(`CREATE INDEX cpf_mouvement_periode_idx ON cpf_mouvement (instantane_id, periode)`);
    await runner.query(`CREATE TABLE cpf_dossier (
      instantane_id uuid NOT NULL REFERENCES instantane (id),
      code text NOT NULL,
      annee text NOT NULL,
      statut text NOT NULL,
      dossiers integer NOT NULL,
      PRIMARY KEY (instantane_id, code, annee, statut)
    )`);
    await runner.query(`CREATE TABLE cpf_profil (
      instantane_id uuid NOT NULL REFERENCES instantane (id),
      trimestre text NOT NULL,
      axe text NOT NULL,
      valeur text NOT NULL,
      usagers integer NOT NULL,
      PRIMARY KEY (instantane_id, trimestre, axe, valeur)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'cpf_profil',
      'cpf_dossier',
      'cpf_mouvement',
      'cpf_certification',
      'cpf_preparation',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
