import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list of a hundred thousand rows still lost time on: search texts read in wide rows, facts taken out of a document
 * at each test, certifications joined for a filter, counts that visit pages because they were not known to be clean.
 */
export class ListesRapides1763733000000 implements MigrationInterface {
  readonly name = 'ListesRapides1763733000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RECHERCHE, ...CERTIFICATION, ...FAITS, ...ORDRES])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const RECHERCHE = [
  `CREATE TABLE formation_recherche (
     formation_id bigint PRIMARY KEY REFERENCES formation (id) ON DELETE CASCADE,
     campagne_id uuid NOT NULL,
     signature_id bigint NOT NULL,
     recherche text NOT NULL
   )`,
  `CREATE FUNCTION formation_recherche_ajouter() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO formation_recherche (formation_id, campagne_id, signature_id, recherche)
     SELECT id, campagne_id, signature_id, recherche FROM touchees;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER formation_recherche_ajouter_insert AFTER INSERT ON formation
     REFERENCING NEW TABLE AS touchees FOR EACH STATEMENT EXECUTE FUNCTION formation_recherche_ajouter()`,
  `INSERT INTO formation_recherche (formation_id, campagne_id, signature_id, recherche)
   SELECT id, campagne_id, signature_id, recherche FROM formation ORDER BY id`,
  `DROP INDEX formation_recherche_idx`,
  `CREATE INDEX formation_recherche_mots_idx ON formation_recherche USING gin (recherche gin_trgm_ops)`,
  `CREATE INDEX formation_recherche_signature_idx ON formation_recherche (campagne_id, signature_id)`,
  // An item is looked for by the words of its formations: both sides in the order of signatures.
  `CREATE INDEX revue_attente_idx ON revue (campagne_id, signature_id) WHERE statut = 'a_traiter'`,
];

const COLUMNS = ['statut', 'decision', 'confiance', 'motifs', 'code_certification'];

const redraw = (scope: string, columns: readonly string[]): string => `UPDATE formation_liste l
  SET ${columns.map((column) => `${column} = r.${column}`).join(', ')}
  FROM formation_resultat r
  WHERE r.formation_id = l.formation_id AND ${scope}
    AND (${columns.map((column) => `l.${column}`).join(', ')})
      IS DISTINCT FROM (${columns.map((column) => `r.${column}`).join(', ')})`;

/** The functions of `ListesPreparees` word for word, with the columns that they keep. */
const redrawing = (columns: readonly string[]): string[] => {
  const touched = (mine: string, theirs = mine): string =>
    redraw(`r.${mine} = ANY (ARRAY(SELECT ${theirs} FROM touchees))`, columns);
  const bodies = {
    ajouter: `INSERT INTO formation_liste (formation_id, campagne_id, rang, signature_id, libelle, academie, type_diplome, voie,
       refusee)
     SELECT id, campagne_id, rang, signature_id, libelle, academie, type_diplome, voie, refus IS NOT NULL FROM touchees;
     ${touched('formation_id', 'id')}`,
    decider: touched('signature_id'),
    terminer: `PERFORM execution_compter(NEW.id);
     ${redraw('r.campagne_id = NEW.campagne_id', columns)}`,
    controler: touched('formation_id'),
  };
  return Object.entries(bodies).map(
    ([
      name,
      body,
    ]) => `CREATE OR REPLACE FUNCTION formation_liste_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     ${body};
     RETURN NULL;
   END $$`,
  );
};

/** The view of `ListesPreparees`, one column more. */
const resultat = (more: string): string => `CREATE OR REPLACE VIEW formation_resultat AS
  SELECT l.formation_id, l.campagne_id, l.signature_id,
    CASE j.verdict WHEN 'aucune' THEN 'sans_correspondance' WHEN 'accepte' THEN 'apparie'
      WHEN 'autre' THEN 'apparie' ELSE a.statut END AS statut,
    CASE WHEN j.id IS NOT NULL THEN 'humaine' WHEN a.statut = 'apparie' THEN 'auto' END AS decision,
    a.confiance,
    CASE WHEN j.id IS NULL THEN '{}'::text[] ELSE '{DECISION_ANTERIEURE}' END || coalesce(a.motifs, '{}')
      || CASE WHEN l.refusee OR ce.uai_inconnue THEN '{UAI_INCONNU}'::text[] ELSE '{}' END AS motifs ${more}
  FROM formation_liste l
  LEFT JOIN (SELECT DISTINCT ON (campagne_id) campagne_id, id FROM execution WHERE statut = 'terminee'
    ORDER BY campagne_id, ended_at DESC, id) e ON e.campagne_id = l.campagne_id
  LEFT JOIN appariement a ON a.execution_id = e.id AND a.signature_id = l.signature_id
  LEFT JOIN jugement_en_vigueur j ON j.signature_id = l.signature_id
  LEFT JOIN controle_formation ce ON ce.execution_id = e.id AND ce.formation_id = l.formation_id`;

const CERTIFICATION = [
  `ALTER TABLE formation_liste ADD COLUMN code_certification text`,
  resultat(
    `, CASE WHEN j.id IS NULL THEN a.code_certification ELSE j.code_certification END AS code_certification`,
  ),
  ...redrawing(COLUMNS),
  redraw('true', COLUMNS),
  // Lists count on the index alone where pages are known to be clean: decisions soil them all day.
  `ALTER TABLE formation_liste SET (autovacuum_vacuum_scale_factor = 0.005, autovacuum_analyze_scale_factor = 0.05)`,
];

/** One column a fact: texts, numbers, and the one list. */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['plateforme', 'typeDiplome', 'famille', 'voie', 'academie', 'libelle', 'specialite'],
      ...['etablissement', 'commune', 'uai', 'cfd', 'mef'],
    ].map((fait) => [fait, 'text']),
  ),
  ...Object.fromEntries(['niveau', 'capacite', 'voeux'].map((fait) => [fait, 'double precision'])),
  rncp: 'text[]',
};
const column = (fait: string): string =>
  `fait_${fait.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const columns = Object.keys(TYPES).map(column);

/** Where a fact stands in the document. */
const read = (fait: string, type: string): string =>
  type === 'text[]' ? `jsonb_textes(faits->'${fait}')` : `(faits->>'${fait}')::${type}`;

const FAITS = [
  `CREATE FUNCTION jsonb_textes(liste jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
     SELECT coalesce(array_agg(texte ORDER BY place), '{}')
     FROM jsonb_array_elements_text(liste) WITH ORDINALITY AS t (texte, place) $$`,
  `ALTER TABLE formation_axe ${Object.entries(TYPES)
    .map(
      ([fait, type]) => `ADD COLUMN ${column(fait)} ${type} GENERATED ALWAYS AS (${read(fait, type)}) STORED`,
    )
    .join(', ')}`,
  `ALTER TABLE formation_axe ${columns.map((name) => `ALTER COLUMN ${name} DROP EXPRESSION`).join(', ')}`,
  `ALTER TABLE formation_axe DROP COLUMN faits`,
  // The place of the documents is given back.
  `CLUSTER formation_axe USING formation_axe_pkey`,
  `ALTER TABLE formation_axe SET WITHOUT CLUSTER`,
  `DROP FUNCTION jsonb_textes`,
];

const ORDRES = [`CREATE INDEX ligne_refusee_ligne_idx ON ligne_refusee (ligne)`];

const DOWN = [
  `DROP INDEX ligne_refusee_ligne_idx`,
  `ALTER TABLE formation_axe ADD COLUMN faits jsonb`,
  `UPDATE formation_axe SET faits = jsonb_build_object(${Object.keys(TYPES)
    .map((fait) => `'${fait}', ${column(fait)}`)
    .join(', ')})`,
  `ALTER TABLE formation_axe ALTER COLUMN faits SET NOT NULL, ${columns.map((name) => `DROP COLUMN ${name}`).join(', ')}`,
  `ALTER TABLE formation_liste RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor)`,
  ...redrawing(COLUMNS.slice(0, -1)),
  `DROP VIEW formation_resultat`,
  resultat(''),
  `ALTER TABLE formation_liste DROP COLUMN code_certification`,
  `DROP INDEX revue_attente_idx`,
  `CREATE INDEX formation_recherche_idx ON formation USING gin (recherche gin_trgm_ops)`,
  `DROP FUNCTION formation_recherche_ajouter CASCADE`,
  `DROP TABLE formation_recherche`,
];
