import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue as a prepared table (what a page sorts and filters by is on the item itself), leases, scoped accounts,
 * and decisions that know who must act, what was shown and which group they came from.
 */
export class FileDeRevue1763724000000 implements MigrationInterface {
  readonly name = 'FileDeRevue1763724000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // --- accounts
  `ALTER TABLE compte DROP CONSTRAINT compte_role_check`,
  `ALTER TABLE compte ADD CONSTRAINT compte_role_check
     CHECK (role IN ('lecteur', 'instructeur', 'adjudicateur', 'administrateur'))`,
  // Null: every académie. An empty list would be an account that sees nothing by mistake.
  `ALTER TABLE compte
     ADD COLUMN academies text[] CHECK (cardinality(academies) > 0)`,

  // --- decisions
  `CREATE TABLE decision_groupee (
     id uuid PRIMARY KEY,
     commande_id uuid NOT NULL UNIQUE,
     genre text NOT NULL CHECK (genre IN ('groupe', 'echantillon')),
     campagne_id uuid NOT NULL REFERENCES campagne (id),
     patron text,
     verdict text NOT NULL CHECK (verdict IN ('accepte', 'aucune')),
     -- What justified it: the pattern, or the sample and its bound.
     preuve jsonb NOT NULL,
     resultat jsonb NOT NULL,
     auteur_id uuid NOT NULL,
     auteur_nom text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     annulation_commande_id uuid UNIQUE,
     annulation jsonb,
     annulee_at timestamptz
   )`,
  `CREATE INDEX decision_groupee_auteur_idx ON decision_groupee (auteur_id, created_at DESC)`,
  `ALTER TABLE jugement
     ADD COLUMN acteur text CHECK (acteur IN ('etablissement', 'carif_oref', 'rectorat', 'dne')),
     ADD COLUMN origine text NOT NULL DEFAULT 'revue'
       CHECK (origine IN ('revue', 'seconde_lecture', 'adjudication', 'groupe', 'echantillon')),
     ADD COLUMN candidats text[],
     ADD COLUMN decision_groupee_id uuid REFERENCES decision_groupee (id)`,
  `CREATE INDEX jugement_auteur_idx ON jugement (auteur_id, created_at DESC)`,
  `CREATE INDEX jugement_groupe_idx ON jugement (decision_groupee_id) WHERE decision_groupee_id IS NOT NULL`,
  // What was shown on the day of the old decisions is still in their run: the only write ever made to them.
  `ALTER TABLE jugement DISABLE TRIGGER jugement_immuable`,
  `UPDATE jugement j SET candidats = ARRAY(
       SELECT c->>'codeCertification' FROM jsonb_array_elements(a.resultat->'candidats') WITH ORDINALITY AS t (c, rang)
       ORDER BY rang),
     acteur = CASE WHEN j.verdict <> 'aucune' THEN NULL
       WHEN j.motif IN ('hors_nomenclature', 'code_absent_du_referentiel') THEN 'dne'
       WHEN j.motif = 'formation_non_certifiante' THEN 'rectorat' ELSE 'etablissement' END
   FROM appariement a WHERE a.execution_id = j.execution_id AND a.signature_id = j.signature_id`,
  `ALTER TABLE jugement ENABLE TRIGGER jugement_immuable`,
  // Same rows as before, found by index from a signature instead of by sorting every decision.
  `CREATE OR REPLACE VIEW jugement_en_vigueur AS
     SELECT * FROM jugement dernier
     WHERE verdict IN ('accepte', 'autre', 'aucune') AND NOT EXISTS (
       SELECT 1 FROM jugement suivant
       WHERE suivant.signature_id = dernier.signature_id AND suivant.version > dernier.version)`,

  // --- the queue
  `ALTER TABLE campagne
     ADD COLUMN seuil_seconde_lecture double precision CHECK (seuil_seconde_lecture > 0)`,
  `ALTER TABLE revue DROP CONSTRAINT revue_statut_check`,
  `ALTER TABLE revue ADD CONSTRAINT revue_statut_check
     CHECK (statut IN ('a_traiter', 'decide', 'obsolete', 'adjudication'))`,
  `ALTER TABLE revue
     ADD COLUMN libelle text NOT NULL DEFAULT '',
     ADD COLUMN specialite text,
     ADD COLUMN type_diplome text,
     ADD COLUMN voie text,
     ADD COLUMN academies text[] NOT NULL DEFAULT '{}',
     ADD COLUMN motifs text[] NOT NULL DEFAULT '{}',
     ADD COLUMN confiance double precision NOT NULL DEFAULT 0,
     ADD COLUMN premier_candidat text,
     ADD COLUMN impact double precision NOT NULL DEFAULT 0,
     ADD COLUMN patron text NOT NULL DEFAULT '',
     ADD COLUMN origine text NOT NULL DEFAULT 'execution'
       CHECK (origine IN ('execution', 'candidats_changes', 'desaccord')),
     ADD COLUMN verdict text,
     ADD COLUMN acteur text,
     ADD COLUMN bail_compte_id uuid REFERENCES compte (id) ON DELETE SET NULL,
     ADD COLUMN bail_jusqu_a timestamptz`,
  // What two items have in common: reasons, signed criteria of the first candidate, and how near the second is.
  `CREATE FUNCTION patron_de(resultat jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT concat_ws(' / ',
       (SELECT coalesce(string_agg(motif, ',' ORDER BY motif), '')
        FROM jsonb_array_elements_text(resultat->'motifs') AS m (motif)),
       (SELECT coalesce(string_agg(DISTINCT signe, ',' ORDER BY signe), '')
        FROM (SELECT CASE WHEN (e->>'contribution')::float8 > 0.05 THEN '+'
                WHEN (e->>'contribution')::float8 < -0.05 THEN '-' ELSE '=' END || (e->>'critere') AS signe
              FROM jsonb_array_elements(resultat->'explication') AS x (e)) signes),
       CASE jsonb_array_length(resultat->'candidats') WHEN 0 THEN 'aucun' WHEN 1 THEN 'seul'
         ELSE CASE WHEN (resultat#>>'{candidats,1,confiance}')::float8
           >= (resultat#>>'{candidats,0,confiance}')::float8 / 2 THEN 'proche' ELSE 'net' END END)
   $$`,
  ...backfill(),
  // Leases are written far more often than anything else: room on the page keeps them off the indexes.
  `ALTER TABLE revue SET (fillfactor = 80)`,
  `DROP INDEX revue_file_idx`,
  `CREATE INDEX revue_file_idx ON revue (campagne_id, priorite DESC, id DESC) WHERE statut = 'a_traiter'`,
  `CREATE INDEX revue_priorite_idx ON revue (priorite DESC, id DESC)`,
  `CREATE INDEX revue_campagne_idx ON revue (campagne_id, statut, priorite DESC, id DESC)`,
  `CREATE INDEX revue_patron_idx ON revue (campagne_id, patron) WHERE statut = 'a_traiter'`,
  `CREATE INDEX revue_signature_idx ON revue (signature_id)`,
  `CREATE INDEX revue_bail_idx ON revue (bail_compte_id) WHERE bail_compte_id IS NOT NULL`,
  `CREATE TABLE revue_passee (
     compte_id uuid NOT NULL REFERENCES compte (id) ON DELETE CASCADE,
     revue_id uuid NOT NULL REFERENCES revue (id) ON DELETE CASCADE,
     passee_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (compte_id, revue_id)
   )`,
  `CREATE TABLE requete_enregistree (
     id uuid PRIMARY KEY,
     compte_id uuid NOT NULL REFERENCES compte (id) ON DELETE CASCADE,
     ecran text NOT NULL,
     nom text NOT NULL CHECK (nom <> ''),
     filtre jsonb NOT NULL,
     partagee boolean NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (compte_id, ecran, nom)
   )`,
];

/** Fills the new columns of the items that are there, from the run that each one shows. */
function backfill(): string[] {
  return [
    `UPDATE revue r SET libelle = s.contenu->>'libelle', specialite = s.contenu->>'specialite',
       type_diplome = s.contenu->>'typeDiplome', voie = s.contenu->>'voie', motifs = a.motifs,
       confiance = a.confiance, patron = patron_de(a.resultat), premier_candidat = a.resultat#>>'{candidats,0,codeCertification}',
       impact = r.nb_formations + r.places / 10.0 + r.voeux / 100.0
     FROM signature s, appariement a
     WHERE s.id = r.signature_id AND a.execution_id = r.execution_id AND a.signature_id = r.signature_id`,
    `UPDATE revue r SET academies = f.academies
     FROM (SELECT campagne_id, signature_id, array_agg(DISTINCT academie ORDER BY academie) AS academies
           FROM formation WHERE academie IS NOT NULL GROUP BY campagne_id, signature_id) f
     WHERE f.campagne_id = r.campagne_id AND f.signature_id = r.signature_id`,
    `UPDATE revue r SET verdict = j.verdict, acteur = j.acteur
     FROM (SELECT DISTINCT ON (signature_id) signature_id, verdict, acteur FROM jugement
           ORDER BY signature_id, version DESC) j
     WHERE j.signature_id = r.signature_id`,
  ];
}

const DOWN = [
  `DROP TABLE requete_enregistree`,
  `DROP TABLE revue_passee`,
  `DROP INDEX revue_bail_idx`,
  `DROP INDEX revue_signature_idx`,
  `DROP INDEX revue_patron_idx`,
  `DROP INDEX revue_campagne_idx`,
  `DROP INDEX revue_priorite_idx`,
  `DROP INDEX revue_file_idx`,
  `UPDATE revue SET statut = 'a_traiter' WHERE statut = 'adjudication'`,
  `ALTER TABLE revue DROP CONSTRAINT revue_statut_check`,
  `ALTER TABLE revue ADD CONSTRAINT revue_statut_check CHECK (statut IN ('a_traiter', 'decide', 'obsolete'))`,
  `ALTER TABLE revue RESET (fillfactor)`,
  `ALTER TABLE revue DROP COLUMN libelle, DROP COLUMN specialite, DROP COLUMN type_diplome, DROP COLUMN voie,
     DROP COLUMN academies, DROP COLUMN motifs, DROP COLUMN confiance, DROP COLUMN premier_candidat,
     DROP COLUMN impact, DROP COLUMN patron, DROP COLUMN origine, DROP COLUMN verdict, DROP COLUMN acteur,
     DROP COLUMN bail_compte_id, DROP COLUMN bail_jusqu_a`,
  `DROP FUNCTION patron_de`,
  `CREATE INDEX revue_file_idx ON revue (campagne_id, statut, priorite DESC, id)`,
  `ALTER TABLE campagne DROP COLUMN seuil_seconde_lecture`,
  `DROP VIEW jugement_en_vigueur`,
  `ALTER TABLE jugement DROP COLUMN acteur, DROP COLUMN origine, DROP COLUMN candidats,
     DROP COLUMN decision_groupee_id`,
  `DROP INDEX jugement_auteur_idx`,
  `CREATE VIEW jugement_en_vigueur AS
     SELECT * FROM (
       SELECT DISTINCT ON (signature_id) * FROM jugement ORDER BY signature_id, version DESC
     ) dernier
     WHERE verdict IN ('accepte', 'autre', 'aucune')`,
  `DROP TABLE decision_groupee`,
  `ALTER TABLE compte DROP COLUMN academies`,
  `UPDATE compte SET role = 'instructeur' WHERE role = 'adjudicateur'`,
  `ALTER TABLE compte DROP CONSTRAINT compte_role_check`,
  `ALTER TABLE compte ADD CONSTRAINT compte_role_check
     CHECK (role IN ('lecteur', 'instructeur', 'administrateur'))`,
];
