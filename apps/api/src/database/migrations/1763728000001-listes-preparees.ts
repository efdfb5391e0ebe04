import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists that people page through, kept ready by the database itself: whoever writes a row, its line in the list follows
 * in the same transaction. Statement triggers, so that a slice of a thousand rows is followed once.
 */
export class ListesPreparees1763728000001 implements MigrationInterface {
  readonly name = 'ListesPreparees1763728000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...FORMATIONS, ...ALERTES, ...ETABLISSEMENTS, ...ORDRES]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** The run of each campaign whose results are shown. */
const MONTREES = `SELECT DISTINCT ON (campagne_id) campagne_id, id FROM execution WHERE statut = 'terminee'
  ORDER BY campagne_id, ended_at DESC, id`;

const onEach = (table: string, event: 'INSERT' | 'UPDATE' | 'DELETE', run: string): string =>
  `CREATE TRIGGER ${run}_${event.toLowerCase()} AFTER ${event} ON ${table}
     REFERENCING ${event === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS touchees
     FOR EACH STATEMENT EXECUTE FUNCTION ${run}()`;

const redraw = (scope: string): string => `UPDATE formation_liste l
  SET statut = r.statut, decision = r.decision, confiance = r.confiance, motifs = r.motifs
  FROM formation_resultat r
  WHERE r.formation_id = l.formation_id AND ${scope}
    AND (l.statut, l.decision, l.confiance, l.motifs)
      IS DISTINCT FROM (r.statut, r.decision, r.confiance, r.motifs)`;

const FORMATIONS = [
  `CREATE TABLE formation_liste (
     formation_id bigint PRIMARY KEY REFERENCES formation (id) ON DELETE CASCADE,
     campagne_id uuid NOT NULL,
     rang integer NOT NULL,
     signature_id bigint NOT NULL,
     libelle text NOT NULL,
     academie text,
     type_diplome text,
     voie text,
     refusee boolean NOT NULL,
     statut text,
     decision text,
     confiance double precision,
     motifs text[] NOT NULL DEFAULT '{}'
   )`,
  // The same words as KEPT_RESULT (formation.query.ts), which a page's rows are read with.
  `CREATE VIEW formation_resultat AS
     SELECT l.formation_id, l.campagne_id, l.signature_id,
       CASE j.verdict WHEN 'aucune' THEN 'sans_correspondance' WHEN 'accepte' THEN 'apparie'
         WHEN 'autre' THEN 'apparie' ELSE a.statut END AS statut,
       CASE WHEN j.id IS NOT NULL THEN 'humaine' WHEN a.statut = 'apparie' THEN 'auto' END AS decision,
       a.confiance,
       CASE WHEN j.id IS NULL THEN '{}'::text[] ELSE '{DECISION_ANTERIEURE}' END || coalesce(a.motifs, '{}')
         || CASE WHEN l.refusee OR ce.uai_inconnue THEN '{UAI_INCONNU}'::text[] ELSE '{}' END AS motifs
     FROM formation_liste l
     LEFT JOIN (${MONTREES}) e ON e.campagne_id = l.campagne_id
     LEFT JOIN appariement a ON a.execution_id = e.id AND a.signature_id = l.signature_id
     LEFT JOIN jugement_en_vigueur j ON j.signature_id = l.signature_id
     LEFT JOIN controle_formation ce ON ce.execution_id = e.id AND ce.formation_id = l.formation_id`,
  `CREATE FUNCTION formation_liste_ajouter() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO formation_liste (formation_id, campagne_id, rang, signature_id, libelle, academie, type_diplome, voie,
       refusee)
     SELECT id, campagne_id, rang, signature_id, libelle, academie, type_diplome, voie, refus IS NOT NULL FROM touchees;
     ${redraw('r.formation_id = ANY (ARRAY(SELECT id FROM touchees))')};
     RETURN NULL;
   END $$`,
  onEach('formation', 'INSERT', 'formation_liste_ajouter'),
  `CREATE FUNCTION formation_liste_decider() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     ${redraw('r.signature_id = ANY (ARRAY(SELECT signature_id FROM touchees))')};
     RETURN NULL;
   END $$`,
  onEach('jugement', 'INSERT', 'formation_liste_decider'),
  `CREATE FUNCTION formation_liste_terminer() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM execution_compter(NEW.id);
     ${redraw('r.campagne_id = NEW.campagne_id')};
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER formation_liste_terminer AFTER INSERT OR UPDATE OF statut ON execution
     FOR EACH ROW WHEN (NEW.statut = 'terminee') EXECUTE FUNCTION formation_liste_terminer()`,
  `CREATE FUNCTION formation_liste_controler() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     ${redraw('r.formation_id = ANY (ARRAY(SELECT formation_id FROM touchees))')};
     RETURN NULL;
   END $$`,
  onEach('controle_formation', 'INSERT', 'formation_liste_controler'),
  onEach('controle_formation', 'UPDATE', 'formation_liste_controler'),
  `INSERT INTO formation_liste (formation_id, campagne_id, rang, signature_id, libelle, academie, type_diplome, voie,
       refusee)
   SELECT id, campagne_id, rang, signature_id, libelle, academie, type_diplome, voie, refus IS NOT NULL FROM formation`,
  redraw('true'),
  `CREATE INDEX formation_liste_rang_idx ON formation_liste (campagne_id, rang, formation_id)`,
  `CREATE INDEX formation_liste_statut_idx ON formation_liste (campagne_id, statut, rang, formation_id)
     INCLUDE (decision)`,
  `CREATE INDEX formation_liste_academie_idx ON formation_liste (campagne_id, academie, rang, formation_id)`,
  `CREATE INDEX formation_liste_type_idx ON formation_liste (campagne_id, type_diplome, rang, formation_id)`,
  `CREATE INDEX formation_liste_libelle_idx ON formation_liste (campagne_id, libelle, formation_id)`,
  `CREATE INDEX formation_liste_signature_idx ON formation_liste (signature_id)`,
];

/** Group by group, each found by index: a slice touches few of them, whatever the size of the run. */
const countAlertes = (groups: string): string => `INSERT INTO alerte_groupe
    (execution_id, type, cle, acteur, date, libelle, nb_formations, places, voeux, recherche)
  SELECT t.execution_id, t.type, t.cle, n.acteur, n.date, n.libelle, n.nb, n.places, n.voeux,
    lower(unaccent(t.cle || ' ' || n.libelle))
  FROM (${groups}) t CROSS JOIN LATERAL (
    SELECT min(a.acteur) AS acteur, min(a.date) AS date, min(a.detail) AS libelle, count(*) AS nb,
      coalesce(sum(f.capacite), 0) AS places, coalesce(sum(f.voeux), 0) AS voeux
    FROM alerte_formation a JOIN formation f ON f.id = a.formation_id
    WHERE a.execution_id = t.execution_id AND a.type = t.type AND a.cle = t.cle) n
  WHERE n.nb > 0`;

const countEtablissements = (groups: string): string => `INSERT INTO etablissement_compte
    (execution_id, uai, formations, fautives)
  SELECT t.execution_id, t.uai, n.formations, n.fautives FROM (${groups}) t CROSS JOIN LATERAL (
    SELECT count(*) AS formations, count(*) FILTER (WHERE c.non_conformes <> '{}') AS fautives
    FROM controle_formation c WHERE c.execution_id = t.execution_id AND c.uai = t.uai) n
  WHERE n.formations > 0`;

const ALERTES = [
  `CREATE TABLE alerte_groupe (
     execution_id uuid NOT NULL REFERENCES execution (id) ON DELETE CASCADE,
     type text NOT NULL,
     cle text NOT NULL,
     acteur text NOT NULL,
     date date,
     libelle text NOT NULL,
     nb_formations integer NOT NULL,
     places bigint NOT NULL,
     voeux bigint NOT NULL,
     recherche text NOT NULL,
     PRIMARY KEY (execution_id, type, cle)
   )`,
  `CREATE FUNCTION alerte_groupe_compter() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM alerte_groupe g USING (SELECT DISTINCT execution_id, type, cle FROM touchees) t
     WHERE (g.execution_id, g.type, g.cle) = (t.execution_id, t.type, t.cle);
     ${countAlertes('SELECT DISTINCT execution_id, type, cle FROM touchees')};
     RETURN NULL;
   END $$`,
  onEach('alerte_formation', 'INSERT', 'alerte_groupe_compter'),
  onEach('alerte_formation', 'DELETE', 'alerte_groupe_compter'),
  countAlertes('SELECT DISTINCT execution_id, type, cle FROM alerte_formation'),
];

const ETABLISSEMENTS = [
  `CREATE TABLE etablissement_compte (
     execution_id uuid NOT NULL REFERENCES execution (id) ON DELETE CASCADE,
     uai text NOT NULL,
     formations integer NOT NULL,
     fautives integer NOT NULL,
     PRIMARY KEY (execution_id, uai)
   )`,
  `CREATE FUNCTION etablissement_compte_compter() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM etablissement_compte n USING (SELECT DISTINCT execution_id, uai FROM touchees) t
     WHERE (n.execution_id, n.uai) = (t.execution_id, t.uai);
     ${countEtablissements('SELECT DISTINCT execution_id, uai FROM touchees WHERE uai IS NOT NULL')};
     RETURN NULL;
   END $$`,
  onEach('controle_formation', 'INSERT', 'etablissement_compte_compter'),
  onEach('controle_formation', 'UPDATE', 'etablissement_compte_compter'),
  onEach('controle_formation', 'DELETE', 'etablissement_compte_compter'),
  countEtablissements('SELECT DISTINCT execution_id, uai FROM controle_formation WHERE uai IS NOT NULL'),
  `CREATE INDEX etablissement_nom_idx ON etablissement (instantane_id, nom, uai)`,
  `CREATE INDEX etablissement_academie_idx ON etablissement (instantane_id, academie_libelle, nom, uai)`,
];

/** The orders in which the other lists are read first. */
const ORDRES = [
  `CREATE INDEX export_created_idx ON export (created_at DESC NULLS LAST, id)`,
  `CREATE INDEX export_campagne_idx ON export (campagne_id, created_at DESC NULLS LAST, id)`,
  `CREATE INDEX demande_import_created_idx ON demande_import (created_at DESC NULLS LAST, id)`,
  `CREATE INDEX instantane_created_idx ON instantane (created_at DESC NULLS LAST, id)`,
  `CREATE INDEX journal_entree_created_idx ON journal_entree (created_at, id)`,
];

const DOWN = [
  ...['journal_entree', 'instantane', 'demande_import', 'export'].map(
    (table) => `DROP INDEX ${table}_created_idx`,
  ),
  `DROP INDEX export_campagne_idx`,
  `DROP INDEX etablissement_academie_idx`,
  `DROP INDEX etablissement_nom_idx`,
  `DROP FUNCTION etablissement_compte_compter CASCADE`,
  `DROP TABLE etablissement_compte`,
  `DROP FUNCTION alerte_groupe_compter CASCADE`,
  `DROP TABLE alerte_groupe`,
  ...['ajouter', 'decider', 'terminer', 'controler'].map(
    (verb) => `DROP FUNCTION formation_liste_${verb} CASCADE`,
  ),
  `DROP VIEW formation_resultat`,
  `DROP TABLE formation_liste`,
];
