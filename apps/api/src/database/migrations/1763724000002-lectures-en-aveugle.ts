import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Blind readings: what was drawn and with which seed, what people answered without seeing the machine's word, and the
 * purposes declared for statistics about people. A reading measures; only a decision rules.
 */
export class LecturesEnAveugle1763724000002 implements MigrationInterface {
  readonly name = 'LecturesEnAveugle1763724000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE tirage (
     id uuid PRIMARY KEY,
     genre text NOT NULL CHECK (genre IN ('audit', 'bande')),
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     execution_id uuid NOT NULL REFERENCES execution (id),
     -- The draw can be made again from it: the order is that of md5(graine:signature).
     graine text NOT NULL CHECK (graine <> ''),
     population integer NOT NULL,
     taille integer NOT NULL,
     nb_controles integer NOT NULL DEFAULT 0,
     confiance_min double precision,
     confiance_max double precision,
     risque double precision CHECK (risque > 0 AND risque < 1),
     decision_groupee_id uuid REFERENCES decision_groupee (id),
     auteur_id uuid NOT NULL,
     auteur_nom text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((genre = 'bande') = (confiance_min IS NOT NULL AND confiance_max IS NOT NULL AND risque IS NOT NULL))
   )`,
  `CREATE INDEX tirage_campagne_idx ON tirage (campagne_id, created_at DESC)`,
  `CREATE TABLE element_lecture (
     id uuid PRIMARY KEY,
     genre text NOT NULL CHECK (genre IN ('audit', 'controle', 'echantillon', 'seconde_lecture')),
     tirage_id uuid REFERENCES tirage (id),
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     signature_id bigint NOT NULL REFERENCES signature (id),
     execution_id uuid NOT NULL REFERENCES execution (id),
     rang integer NOT NULL,
     nb_formations integer NOT NULL,
     academies text[] NOT NULL,
     -- What a reading is compared with, never shown to who reads.
     verdict_attendu text NOT NULL CHECK (verdict_attendu IN ('accepte', 'aucune')),
     code_attendu text,
     -- Version of the decision that is read a second time.
     version integer,
     exclu_compte_id uuid,
     bail_compte_id uuid REFERENCES compte (id) ON DELETE SET NULL,
     bail_jusqu_a timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((genre = 'seconde_lecture') = (tirage_id IS NULL)),
     CHECK ((verdict_attendu = 'accepte') = (code_attendu IS NOT NULL)),
     UNIQUE (tirage_id, signature_id)
   )`,
  `CREATE UNIQUE INDEX element_lecture_seconde_idx ON element_lecture (signature_id, version)
     WHERE genre = 'seconde_lecture'`,
  `CREATE INDEX element_lecture_signature_idx ON element_lecture (signature_id)`,
  `CREATE INDEX element_lecture_campagne_idx ON element_lecture (campagne_id, genre)`,
  `CREATE TABLE lecture (
     id uuid PRIMARY KEY,
     commande_id uuid NOT NULL UNIQUE,
     element_id uuid NOT NULL UNIQUE REFERENCES element_lecture (id),
     verdict text NOT NULL CHECK (verdict IN ('accepte', 'autre', 'aucune', 'incertain')),
     code_certification text,
     motif text,
     commentaire text,
     -- Null when the reader could not say.
     concordante boolean,
     auteur_id uuid NOT NULL,
     auteur_nom text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((verdict IN ('accepte', 'autre')) = (code_certification IS NOT NULL)),
     CHECK ((verdict = 'incertain') = (concordante IS NULL))
   )`,
  `CREATE TRIGGER lecture_immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON lecture
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_modification()`,
  // Everything people have said of signatures, for what learns from it: decisions in force, and blind readings.
  `CREATE VIEW etiquette_humaine AS
     SELECT signature_id, verdict, code_certification, motif, modele, execution_id, origine, created_at
     FROM jugement_en_vigueur
     UNION ALL
     SELECT e.signature_id, l.verdict, l.code_certification, l.motif, x.modele, e.execution_id,
       CASE e.genre WHEN 'echantillon' THEN 'audit' ELSE e.genre END, l.created_at
     FROM lecture l
     JOIN element_lecture e ON e.id = l.element_id
     JOIN execution x ON x.id = e.execution_id
     WHERE l.verdict <> 'incertain' AND e.genre <> 'seconde_lecture'`,
  `CREATE TABLE finalite_declaree (
     id uuid PRIMARY KEY,
     traitement text NOT NULL CHECK (traitement IN ('vitesse')),
     finalite text NOT NULL CHECK (finalite <> ''),
     base_legale text NOT NULL CHECK (base_legale <> ''),
     duree_jours integer NOT NULL CHECK (duree_jours BETWEEN 1 AND 400),
     auteur_id uuid NOT NULL,
     auteur_nom text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     retiree_at timestamptz
   )`,
  `CREATE UNIQUE INDEX finalite_declaree_active_idx ON finalite_declaree (traitement) WHERE retiree_at IS NULL`,
];

const DOWN = [
  `DROP TABLE finalite_declaree`,
  `DROP VIEW etiquette_humaine`,
  `DROP TABLE lecture`,
  `DROP TABLE element_lecture`,
  `DROP TABLE tirage`,
];
