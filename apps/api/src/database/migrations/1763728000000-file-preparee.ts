import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What opening the queue, counting it and drawing the dashboard read is written once, when it is known, instead of being
 * worked out at each look: the pattern of an answer, the filter values items have in common, the days, a run's counts.
 */
export class FilePreparee1763728000000 implements MigrationInterface {
  readonly name = 'FilePreparee1763728000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const PARIS = `AT TIME ZONE 'Europe/Paris')::date`;

const UP = [
  // Worked out by the worker that writes the answer, lot by lot: opening the queue then reads no answer whole.
  `ALTER TABLE appariement
     ADD COLUMN patron text GENERATED ALWAYS AS (CASE WHEN statut <> 'apparie' THEN patron_de(resultat) END) STORED,
     ADD COLUMN premier_candidat text GENERATED ALWAYS AS (resultat#>>'{candidats,0,codeCertification}') STORED`,

  // --- the values that items have in common: hundreds of them for a hundred thousand items
  `CREATE TABLE revue_profil (
     id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     cle text NOT NULL UNIQUE,
     type_diplome text,
     academies text[] NOT NULL,
     motifs text[] NOT NULL
   )`,
  `CREATE FUNCTION revue_profil_cle(type_diplome text, academies text[], motifs text[]) RETURNS text
     LANGUAGE sql IMMUTABLE AS $$ SELECT md5(ROW(type_diplome, academies, motifs)::text) $$`,
  `CREATE FUNCTION revue_trouver_profil() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     recherchee text := revue_profil_cle(NEW.type_diplome, NEW.academies, NEW.motifs);
   BEGIN
     SELECT id INTO NEW.profil_id FROM revue_profil WHERE cle = recherchee;
     IF NOT FOUND THEN
       INSERT INTO revue_profil (cle, type_diplome, academies, motifs)
       VALUES (recherchee, NEW.type_diplome, NEW.academies, NEW.motifs)
       ON CONFLICT (cle) DO UPDATE SET cle = excluded.cle RETURNING id INTO NEW.profil_id;
     END IF;
     RETURN NEW;
   END $$`,
  `ALTER TABLE revue
     ADD COLUMN profil_id integer,
     ADD COLUMN tranche smallint GENERATED ALWAYS AS (least(floor(confiance * 10), 9)::smallint) STORED,
     ADD COLUMN ouvert_le date GENERATED ALWAYS AS ((created_at ${PARIS}) STORED,
     ADD COLUMN decide_le date`,
  // Opening the queue knows the profiles of all its items at once: one by one is for whoever changes one.
  `CREATE TRIGGER revue_profil_insert BEFORE INSERT ON revue
     FOR EACH ROW WHEN (NEW.profil_id IS NULL) EXECUTE FUNCTION revue_trouver_profil()`,
  `CREATE TRIGGER revue_profil_update BEFORE UPDATE OF type_diplome, academies, motifs ON revue
     FOR EACH ROW WHEN (NEW.profil_id IS NULL OR OLD.type_diplome IS DISTINCT FROM NEW.type_diplome
       OR OLD.academies IS DISTINCT FROM NEW.academies OR OLD.motifs IS DISTINCT FROM NEW.motifs)
     EXECUTE FUNCTION revue_trouver_profil()`,
  `UPDATE revue r SET motifs = r.motifs,
     decide_le = (SELECT (j.created_at ${PARIS} FROM jugement_en_vigueur j WHERE j.signature_id = r.signature_id)`,
  `ALTER TABLE revue ALTER COLUMN profil_id SET NOT NULL`,
  `CREATE INDEX revue_facettes_idx ON revue (campagne_id, statut, profil_id) INCLUDE (origine, acteur, tranche)`,
  `CREATE INDEX revue_jours_idx ON revue (campagne_id, ouvert_le, decide_le) WHERE statut <> 'obsolete'`,
  `CREATE INDEX revue_libelle_idx ON revue (campagne_id, libelle, id) WHERE statut = 'a_traiter'`,
  // Lists count on the index alone where pages are known to be clean: leases soil them all day.
  `ALTER TABLE revue SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05)`,

  // --- what a run answered, counted once it has ended: neither its answers nor its formations change after
  `ALTER TABLE execution
     ADD COLUMN compteurs jsonb,
     ADD COLUMN motifs jsonb`,
  `CREATE FUNCTION execution_compter(terminee uuid) RETURNS void LANGUAGE sql AS $$
     WITH signatures AS (
       SELECT a.statut, a.motifs, count(*) AS n
       FROM execution e JOIN formation f ON f.campagne_id = e.campagne_id
       JOIN appariement a ON a.execution_id = e.id AND a.signature_id = f.signature_id
       WHERE e.id = terminee GROUP BY a.statut, a.motifs)
     UPDATE execution SET
       compteurs = (SELECT jsonb_build_object(
         'apparie', coalesce(sum(n) FILTER (WHERE statut = 'apparie'), 0),
         'aVerifier', coalesce(sum(n) FILTER (WHERE statut = 'a_verifier'), 0),
         'sansCorrespondance', coalesce(sum(n) FILTER (WHERE statut = 'sans_correspondance'), 0))
         FROM signatures),
       motifs = (SELECT coalesce(jsonb_agg(jsonb_build_object('motif', motif, 'n', total)
           ORDER BY total DESC, motif), '[]')
         FROM (SELECT motif, sum(n) AS total FROM signatures, unnest(motifs) AS motif GROUP BY motif) t)
     WHERE id = terminee
   $$`,
  `SELECT execution_compter(id) FROM execution WHERE statut = 'terminee'`,
];

const DOWN = [
  `DROP FUNCTION execution_compter`,
  `ALTER TABLE execution DROP COLUMN compteurs, DROP COLUMN motifs`,
  `ALTER TABLE revue RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor)`,
  `DROP INDEX revue_libelle_idx`,
  `DROP INDEX revue_jours_idx`,
  `DROP INDEX revue_facettes_idx`,
  `DROP TRIGGER revue_profil_update ON revue`,
  `DROP TRIGGER revue_profil_insert ON revue`,
  `ALTER TABLE revue DROP COLUMN profil_id, DROP COLUMN tranche, DROP COLUMN ouvert_le, DROP COLUMN decide_le`,
  `DROP FUNCTION revue_trouver_profil`,
  `DROP FUNCTION revue_profil_cle`,
  `DROP TABLE revue_profil`,
  `ALTER TABLE appariement DROP COLUMN patron, DROP COLUMN premier_candidat`,
];
