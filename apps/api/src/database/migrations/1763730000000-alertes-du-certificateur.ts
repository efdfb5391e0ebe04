import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fiche of the RNCP that ends without a successor is the certificateur's to renew. */
export class AlertesDuCertificateur1763730000000 implements MigrationInterface {
  readonly name = 'AlertesDuCertificateur1763730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE alerte_formation DROP CONSTRAINT alerte_formation_acteur_check`);
    await runner.query(
      `ALTER TABLE alerte_formation ADD CONSTRAINT alerte_formation_acteur_check
         CHECK (acteur IN ('etablissement', 'carif_oref', 'rectorat', 'dne', 'certificateur'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Alerts are made again by the next pass: those that the former list refuses are dropped.
    await runner.query(`DELETE FROM alerte_formation WHERE acteur = 'certificateur'`);
    await runner.query(`ALTER TABLE alerte_formation DROP CONSTRAINT alerte_formation_acteur_check`);
    await runner.query(
      `ALTER TABLE alerte_formation ADD CONSTRAINT alerte_formation_acteur_check
         CHECK (acteur IN ('etablissement', 'carif_oref', 'rectorat', 'dne'))`,
    );
  }
}
