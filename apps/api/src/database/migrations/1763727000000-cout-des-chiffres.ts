import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures cost less: published lines are packed by snapshot, the provenance of a figure has columns instead of a
 * document, and what a row refers to is checked once a statement rather than once a row (ADR 0021).
 */
export class CoutDesChiffres1763727000000 implements MigrationInterface {
  readonly name = 'CoutDesChiffres1763727000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** The provenance of a row's figures as the service gives it, and what else was found beside them. */
const DETAIL = `jsonb_build_object(
  'provenance', CASE WHEN k.code_donnee IS NOT NULL THEN jsonb_build_object(
    'chemin', k.chemin, 'inverse', k.inverse, 'certification', k.code_certification,
    'codeDemande', k.code_demande, 'codeDonnee', k.code_donnee, 'typeDonnee', k.type_donnee,
    'voie', k.voie_donnee, 'territoire', 'etablissement', 'codeTerritoire', k.uai_donnee,
    'uaiDonnee', k.uai_donnee, 'uaiDonneeType', k.uai_donnee_type, 'sauts', coalesce(k.sauts, '[]'),
    'source', k.source, 'millesime', k.millesime, 'instantane', k.instantane, 'ligne', k.ligne) END,
  'passage', k.detail->'passage', 'reussite', k.detail->'reussite',
  'terminales', coalesce(k.detail->'terminales', '[]'), 'repli', k.detail->'repli')`;

/** A part of a former detail that says something. */
const kept = (cle: string, rien: string): string =>
  `CASE WHEN detail->'${cle}' <> ${rien} THEN jsonb_build_object('${cle}', detail->'${cle}') ELSE '{}' END`;

const UP = [
  // --- published lines of a snapshot, packed: what an attachment reads
  `CREATE TABLE indicateur_paquet (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     numero integer NOT NULL,
     version smallint NOT NULL,
     contenu bytea NOT NULL,
     PRIMARY KEY (instantane_id, numero)
   )`,
  // Compressing numbers again gains little, and is paid at each reading.
  `ALTER TABLE indicateur_paquet ALTER COLUMN contenu SET STORAGE EXTERNAL`,

  // --- provenance in columns
  `ALTER TABLE chiffres_formation ADD COLUMN code_demande text, ADD COLUMN sauts jsonb,
     ADD COLUMN instantane char(64), ADD COLUMN ligne integer, ALTER COLUMN detail DROP NOT NULL`,
  `ALTER TABLE chiffres_formation DROP CONSTRAINT chiffres_formation_check,
     DROP CONSTRAINT chiffres_formation_check1`,
  `UPDATE chiffres_formation SET
     code_demande = detail->'provenance'->>'codeDemande',
     sauts = nullif(detail->'provenance'->'sauts', '[]'),
     instantane = detail->'provenance'->>'instantane',
     ligne = (detail->'provenance'->>'ligne')::integer,
     detail = nullif(${['passage', 'reussite', 'repli']
       .map((cle) => kept(cle, "'null'"))
       .concat(kept('terminales', "'[]'"))
       .join(' || ')}, '{}')`,
  `ALTER TABLE chiffres_formation
     -- No figure without where it comes from.
     ADD CONSTRAINT chiffres_formation_provenance_check CHECK (
       nb_annee_term IS NULL AND taux_en_emploi_6_mois IS NULL OR
       (code_donnee IS NOT NULL AND code_demande IS NOT NULL AND type_donnee IS NOT NULL AND chemin IS NOT NULL
        AND inverse IS NOT NULL AND uai_donnee IS NOT NULL AND uai_donnee_type IS NOT NULL AND source IS NOT NULL
        AND millesime IS NOT NULL AND instantane IS NOT NULL AND ligne IS NOT NULL)),
     -- A first year shared by several certifications is covered by theirs, and has no figure of its own.
     ADD CONSTRAINT chiffres_formation_couvert_check CHECK (
       couverture <> 'Couvert' OR coalesce(nb_annee_term >= 20, false) OR coalesce(detail ? 'terminales', false))`,
  `CREATE FUNCTION chiffres_detail(k chiffres_formation) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT ${DETAIL} $$`,

  // --- what a row refers to, checked once a statement
  `ALTER TABLE chiffres_formation DROP CONSTRAINT chiffres_formation_execution_id_fkey,
     DROP CONSTRAINT chiffres_formation_formation_id_fkey`,
  // The run is held until the transaction ends, as a foreign key would: whoever takes its formations away waits for it.
  `CREATE FUNCTION chiffres_formation_references() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     manquante record;
   BEGIN
     PERFORM 1 FROM execution WHERE id IN (SELECT DISTINCT execution_id FROM ecrites) ORDER BY id FOR KEY SHARE;
     SELECT n.execution_id, n.formation_id INTO manquante FROM ecrites n
       LEFT JOIN execution e ON e.id = n.execution_id
       LEFT JOIN formation f ON f.id = n.formation_id AND f.campagne_id = e.campagne_id
       WHERE f.id IS NULL LIMIT 1;
     IF FOUND THEN
       RAISE EXCEPTION 'la formation % n''est pas de l''exécution %', manquante.formation_id, manquante.execution_id
         USING ERRCODE = 'foreign_key_violation', TABLE = 'chiffres_formation';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER chiffres_formation_ajout AFTER INSERT ON chiffres_formation
     REFERENCING NEW TABLE AS ecrites FOR EACH STATEMENT EXECUTE FUNCTION chiffres_formation_references()`,
  `CREATE TRIGGER chiffres_formation_change AFTER UPDATE ON chiffres_formation
     REFERENCING NEW TABLE AS ecrites FOR EACH STATEMENT EXECUTE FUNCTION chiffres_formation_references()`,
  `CREATE FUNCTION chiffres_formation_retenue() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     tenue bigint;
   BEGIN
     IF TG_TABLE_NAME = 'execution' THEN
       SELECT k.formation_id INTO tenue FROM chiffres_formation k WHERE k.execution_id = OLD.id LIMIT 1;
     ELSE
       PERFORM 1 FROM execution WHERE campagne_id = OLD.campagne_id ORDER BY id FOR UPDATE;
       SELECT k.formation_id INTO tenue FROM execution e
         JOIN chiffres_formation k ON k.execution_id = e.id AND k.formation_id = OLD.id
         WHERE e.campagne_id = OLD.campagne_id LIMIT 1;
     END IF;
     IF FOUND THEN
       RAISE EXCEPTION 'des chiffres sont rattachés à la formation %', tenue
         USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER formation_chiffres AFTER DELETE OR UPDATE OF id, campagne_id ON formation
     FOR EACH ROW EXECUTE FUNCTION chiffres_formation_retenue()`,
  `CREATE TRIGGER execution_chiffres AFTER DELETE OR UPDATE OF id, campagne_id ON execution
     FOR EACH ROW EXECUTE FUNCTION chiffres_formation_retenue()`,
];

const DOWN = [
  `DROP TRIGGER execution_chiffres ON execution`,
  `DROP TRIGGER formation_chiffres ON formation`,
  `DROP FUNCTION chiffres_formation_retenue`,
  `DROP TRIGGER chiffres_formation_change ON chiffres_formation`,
  `DROP TRIGGER chiffres_formation_ajout ON chiffres_formation`,
  `DROP FUNCTION chiffres_formation_references`,
  `ALTER TABLE chiffres_formation
     ADD CONSTRAINT chiffres_formation_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES execution (id),
     ADD CONSTRAINT chiffres_formation_formation_id_fkey FOREIGN KEY (formation_id) REFERENCES formation (id)`,
  `ALTER TABLE chiffres_formation DROP CONSTRAINT chiffres_formation_provenance_check,
     DROP CONSTRAINT chiffres_formation_couvert_check`,
  `UPDATE chiffres_formation k SET detail = ${DETAIL}`,
  `DROP FUNCTION chiffres_detail`,
  `ALTER TABLE chiffres_formation DROP COLUMN code_demande, DROP COLUMN sauts, DROP COLUMN instantane,
     DROP COLUMN ligne, ALTER COLUMN detail SET NOT NULL`,
  `ALTER TABLE chiffres_formation
     ADD CONSTRAINT chiffres_formation_check CHECK (nb_annee_term IS NULL AND taux_en_emploi_6_mois IS NULL OR
       (code_donnee IS NOT NULL AND type_donnee IS NOT NULL AND chemin IS NOT NULL AND inverse IS NOT NULL
        AND uai_donnee IS NOT NULL AND uai_donnee_type IS NOT NULL AND source IS NOT NULL AND millesime IS NOT NULL)),
     ADD CONSTRAINT chiffres_formation_check1 CHECK (
       couverture <> 'Couvert' OR nb_annee_term >= 20 OR detail->'terminales' <> '[]')`,
  `DROP TABLE indicateur_paquet`,
];
