import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published figures, and what each formation of a run is given of them. */
export class Chiffres1763721000000 implements MigrationInterface {
  readonly name = 'Chiffres1763721000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** The figures of an indicator or of a formation: rates in %, salaries in euros a month. */
const CHIFFRES = `nb_annee_term integer CHECK (nb_annee_term >= 0),
  taux_en_emploi_6_mois smallint CHECK (taux_en_emploi_6_mois BETWEEN 0 AND 100),
  taux_en_formation smallint CHECK (taux_en_formation BETWEEN 0 AND 100),
  taux_autres_6_mois smallint CHECK (taux_autres_6_mois BETWEEN 0 AND 100),
  salaire_12_mois_q1 integer CHECK (salaire_12_mois_q1 >= 0),
  salaire_12_mois_q2 integer CHECK (salaire_12_mois_q2 >= 0),
  salaire_12_mois_q3 integer CHECK (salaire_12_mois_q3 >= 0),
  taux_de_passage double precision CHECK (taux_de_passage BETWEEN 0 AND 100),
  taux_de_reussite double precision CHECK (taux_de_reussite BETWEEN 0 AND 100)`;

/** The closed list of domain.md §6, in its order; libs/matching/couverture/etat-couverture.ts holds the same. */
const ETATS = [
  'Couvert',
  'Non couvert - Plusieurs codes certification associés',
  'Non couvert - Plusieurs certifications associées au départ dont une seule est couverte',
  'Non couvert - Plusieurs formations en année terminale associées',
  'Non couvert - Première année commune',
  'Non couvert - Sous le seuil de 20 élèves',
  'Non couvert - Nouvelle formation',
  'Non couvert - Territoire mal couvert',
  'Non couvert - UAI Inconnu',
  'Non couvert - code certification inconnu',
  'Non couvert - Autres ministères certificateurs',
  'Non couvert - Problème de qualité du code formation en entrée',
  'Non couvert - Sans raison évidente',
];

const UP = [
  `CREATE DOMAIN etat_couverture AS text CHECK (VALUE IN (${ETATS.map((etat) => `'${etat}'`).join(', ')}))`,

  // --- published figures, one row a line of their snapshot
  `CREATE TABLE indicateur (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     ligne integer NOT NULL,
     source text NOT NULL CHECK (source IN ('inserjeunes', 'insersup', 'sies_passage', 'sies_reussite')),
     millesime text NOT NULL,
     -- The last school year that the vintage counts: 2023 for 2022_2023.
     annee smallint NOT NULL,
     territoire text NOT NULL
       CHECK (territoire IN ('etablissement', 'departement', 'academie', 'region', 'france')),
     code_territoire text NOT NULL CHECK ((territoire = 'france') = (code_territoire = '')),
     code_certification text NOT NULL CHECK (code_certification ~ '^(CFD|MEFSTAT11|SISE):'),
     voie text CHECK (voie IN ('scolaire', 'apprentissage')),
     ${CHIFFRES},
     -- Why the figures are not there, as the producer says it: not published, or without object.
     suppression text CHECK (suppression IN ('nd', 'na')),
     mesures jsonb NOT NULL,
     UNIQUE (instantane_id, ligne)
   )`,
  // The attachment asks for a few codes at a few places; the further columns answer most of it from the index.
  `CREATE INDEX indicateur_rattachement_idx ON indicateur (code_certification, code_territoire, territoire)`,
  `CREATE INDEX indicateur_lieu_idx ON indicateur (code_territoire, territoire)`,
  // Snapshots whose figures are in the table: loaded once, in one transaction.
  `CREATE TABLE indicateur_charge (
     instantane_id uuid PRIMARY KEY REFERENCES instantane (id),
     lignes integer NOT NULL,
     indicateurs integer NOT NULL,
     charge_at timestamptz NOT NULL DEFAULT now()
   )`,

  // What a row of the catalogue de l'apprentissage adds to a formation that has its key: who trains, who manages.
  `CREATE TABLE offre_apprentissage (
     instantane_id uuid NOT NULL REFERENCES instantane (id),
     cle_me text NOT NULL,
     uai text,
     uai_formateur text,
     uai_gestionnaire text,
     PRIMARY KEY (instantane_id, cle_me)
   )`,

  // --- computations
  `CREATE TABLE calcul_chiffres (
     id uuid PRIMARY KEY,
     execution_id uuid NOT NULL REFERENCES execution (id),
     motif text NOT NULL CHECK (motif IN ('fin_execution', 'jugement', 'instantane', 'demande')),
     -- Null for the whole run, else the signatures to look at again.
     signatures bigint[],
     statut text NOT NULL DEFAULT 'en_attente'
       CHECK (statut IN ('en_attente', 'en_cours', 'terminee', 'echouee', 'annulee')),
     nb_formations integer NOT NULL DEFAULT 0,
     nb_traitees integer NOT NULL DEFAULT 0,
     nb_recalculees integer NOT NULL DEFAULT 0,
     -- Every formation up to this line of the catalogue is done.
     dernier_rang integer NOT NULL DEFAULT 0,
     -- Snapshots the figures come from, pinned when the computation starts.
     instantanes uuid[] NOT NULL DEFAULT '{}',
     jeton bigint NOT NULL DEFAULT 0,
     bail_jusqu_a timestamptz,
     envoye_at timestamptz NOT NULL DEFAULT now(),
     erreur text,
     created_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     ended_at timestamptz
   )`,
  `CREATE INDEX calcul_chiffres_execution_idx ON calcul_chiffres (execution_id, created_at DESC)`,
  `CREATE INDEX calcul_chiffres_ouvert_idx ON calcul_chiffres (envoye_at)
     WHERE statut IN ('en_attente', 'en_cours')`,
  // Signatures that were decided since: swept into computations by the workers.
  `CREATE TABLE chiffres_a_recalculer (
     signature_id bigint PRIMARY KEY REFERENCES signature (id),
     demande_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE FUNCTION chiffres_apres_jugement() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO chiffres_a_recalculer (signature_id) VALUES (NEW.signature_id)
     ON CONFLICT (signature_id) DO UPDATE SET demande_at = now();
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER jugement_chiffres AFTER INSERT ON jugement
     FOR EACH ROW EXECUTE FUNCTION chiffres_apres_jugement()`,

  // --- what each formation of a run is given
  `CREATE TABLE chiffres_formation (
     execution_id uuid NOT NULL REFERENCES execution (id),
     formation_id bigint NOT NULL REFERENCES formation (id),
     couverture etat_couverture NOT NULL,
     couverture_concordance etat_couverture NOT NULL,
     couverture_codes etat_couverture NOT NULL,
     code_certification text,
     code_donnee text,
     type_donnee text CHECK (type_donnee IN ('self', 'ancienne', 'nouvelle')),
     chemin text CHECK (chemin IN ('normal', 'rncp', 'ideo', 'cle_me', 'appariement', 'decision')),
     inverse boolean,
     voie_donnee text,
     uai_donnee text,
     uai_donnee_type text CHECK (uai_donnee_type IN
       ('lieu_formation', 'composante', 'affectation', 'formateur', 'gestionnaire', 'mere', 'inconnu')),
     source text,
     millesime text,
     ${CHIFFRES},
     detail jsonb NOT NULL,
     empreinte char(64) NOT NULL,
     calcule_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (execution_id, formation_id),
     -- No figure without where it comes from.
     CHECK (nb_annee_term IS NULL AND taux_en_emploi_6_mois IS NULL OR
       (code_donnee IS NOT NULL AND type_donnee IS NOT NULL AND chemin IS NOT NULL AND inverse IS NOT NULL
        AND uai_donnee IS NOT NULL AND uai_donnee_type IS NOT NULL AND source IS NOT NULL AND millesime IS NOT NULL)),
     -- A first year shared by several certifications is covered by theirs, and has no figure of its own.
     CHECK (couverture <> 'Couvert' OR nb_annee_term >= 20 OR detail->'terminales' <> '[]')
   )`,
  `CREATE INDEX chiffres_formation_couverture_idx ON chiffres_formation (execution_id, couverture)`,
  // What tells that the rows of a run have changed: `version` rises whenever one is rewritten.
  `CREATE VIEW chiffres_etat AS
     SELECT execution_id, sum(nb_recalculees)::bigint AS version,
       bool_or(statut IN ('en_attente', 'en_cours')) AS en_calcul,
       max(ended_at) FILTER (WHERE statut = 'terminee') AS calcule_at
     FROM calcul_chiffres GROUP BY execution_id`,
];

const DOWN = [
  `DROP VIEW chiffres_etat`,
  `DROP TABLE chiffres_formation`,
  `DROP TRIGGER jugement_chiffres ON jugement`,
  `DROP FUNCTION chiffres_apres_jugement`,
  `DROP TABLE chiffres_a_recalculer`,
  `DROP TABLE calcul_chiffres`,
  `DROP TABLE offre_apprentissage`,
  `DROP TABLE indicateur_charge`,
  `DROP TABLE indicateur`,
  `DROP DOMAIN etat_couverture`,
];
