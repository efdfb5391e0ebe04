import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A candidate the steward was not shown that counts: the first, or one of the next two when it is not hopeless. */
const NEW_CANDIDATE = `EXISTS (
  SELECT 1 FROM jsonb_array_elements(a.resultat->'candidats') WITH ORDINALITY AS t (c, rang)
  WHERE (rang = 1 OR (rang <= 3 AND (c->>'confiance')::float8 >= 0.05))
    AND NOT (c->>'codeCertification') = ANY (j.candidats)
    AND (c->>'codeCertification') IS DISTINCT FROM j.code_certification)`;
/** What was accepted among the candidates is one no more. */
const ACCEPTED_IS_GONE = `(j.verdict = 'accepte' AND NOT a.resultat->'candidats'
  @> jsonb_build_array(jsonb_build_object('codeCertification', j.code_certification)))`;

/** What items of a run ($1) on some signatures ($2) are about: its answers, with the campaign's formations added up. */
const ITEMS = `WITH dossier AS MATERIALIZED (
    SELECT e.campagne_id, e.id AS execution_id, a.signature_id, a.statut, a.confiance, a.motifs, a.premier_candidat,
      f.formations, f.places, f.voeux, f.impact, f.academies, s.contenu->>'libelle' AS libelle,
      s.contenu->>'specialite' AS specialite, s.contenu->>'voie' AS voie,
      -- Parcoursup says the type where others say the label.
      coalesce(s.contenu->>'typeDiplome',
        CASE WHEN s.contenu->>'specialite' IS NOT NULL THEN s.contenu->>'libelle' END) AS type_diplome,
      coalesce(a.patron, patron_de(a.resultat)) AS patron, j.id AS jugement_id, j.verdict, j.acteur,
      (j.created_at AT TIME ZONE 'Europe/Paris')::date AS decide_le,
      j.id IS NOT NULL AND (${NEW_CANDIDATE} OR ${ACCEPTED_IS_GONE}) AS change
    FROM execution e
    JOIN appariement a ON a.execution_id = e.id
    JOIN signature s ON s.id = a.signature_id
    JOIN (
      SELECT signature_id, count(*) AS formations, coalesce(sum(capacite), 0) AS places,
        coalesce(sum(voeux), 0) AS voeux,
        count(*) + coalesce(sum(capacite), 0) / 10.0 + coalesce(sum(voeux), 0) / 100.0 AS impact,
        coalesce(array_agg(DISTINCT academie ORDER BY academie) FILTER (WHERE academie IS NOT NULL), '{}')
          AS academies
      FROM formation WHERE campagne_id = (SELECT campagne_id FROM execution WHERE id = $1)
        AND signature_id = ANY ($2::bigint[])
      GROUP BY signature_id
    ) f ON f.signature_id = a.signature_id
    LEFT JOIN jugement_en_vigueur j ON j.signature_id = a.signature_id
    WHERE e.id = $1 AND a.signature_id = ANY ($2::bigint[])`;

/**
 * One item each, after the profiles that are new: those just added are not in the statement's snapshot, so that they are
 * taken from what it returns. One that another run is adding at this moment is left to the row's own trigger.
 */
const INSERT = `), nouveau AS (
    INSERT INTO revue_profil (cle, type_diplome, academies, motifs)
    SELECT revue_profil_cle(type_diplome, academies, motifs), type_diplome, academies, motifs
    FROM (SELECT DISTINCT type_diplome, academies, motifs FROM dossier) d
    WHERE NOT EXISTS (SELECT 1 FROM revue_profil p
      WHERE p.cle = revue_profil_cle(d.type_diplome, d.academies, d.motifs))
    ON CONFLICT (cle) DO NOTHING RETURNING id, type_diplome, academies, motifs
  ), profil AS MATERIALIZED (
    SELECT id, type_diplome, academies, motifs FROM revue_profil
    UNION ALL SELECT id, type_diplome, academies, motifs FROM nouveau)
  INSERT INTO revue (id, campagne_id, signature_id, execution_id, statut, origine, priorite, nb_formations,
    places, voeux, impact, academies, libelle, specialite, type_diplome, voie, motifs, confiance,
    premier_candidat, patron, verdict, acteur, decide_le, profil_id)
  SELECT gen_random_uuid(), d.campagne_id, d.signature_id, d.execution_id,
    CASE WHEN d.jugement_id IS NULL OR d.change THEN 'a_traiter' ELSE 'decide' END,
    CASE WHEN d.change THEN 'candidats_changes' ELSE 'execution' END,
    -- Impact times uncertainty; what has no candidate at all waits behind what can be settled at a glance.
    ln(1 + d.impact) * (1.05 - d.confiance) * CASE d.statut WHEN 'a_verifier' THEN 1 ELSE 0.2 END,
    d.formations, d.places, d.voeux, d.impact, d.academies, d.libelle, d.specialite, d.type_diplome, d.voie,
    d.motifs, d.confiance, d.premier_candidat, d.patron, d.verdict, d.acteur, d.decide_le, p.id
  FROM dossier d
  LEFT JOIN profil p ON p.academies = d.academies AND p.motifs = d.motifs
    AND coalesce(p.type_diplome, '') = coalesce(d.type_diplome, '')
    AND (p.type_diplome IS NULL) = (d.type_diplome IS NULL)`;

/** What a run leaves to people. */
@Injectable()
export class OpenItemsRepository {
  /**
   * Opens or refreshes the items of some signatures that a run has left doubtful. What a human has decided is not asked
   * again, unless its candidates have changed since.
   */
  async open(manager: EntityManager, executionId: string, signatures: readonly string[]): Promise<void> {
    await manager.query(
      `${ITEMS} ${INSERT}
       ON CONFLICT (campagne_id, signature_id) DO UPDATE SET execution_id = excluded.execution_id,
         -- Two readings that disagree still do after a run.
         statut = CASE revue.statut WHEN 'adjudication' THEN 'adjudication' ELSE excluded.statut END,
         origine = CASE revue.statut WHEN 'adjudication' THEN revue.origine ELSE excluded.origine END,
         priorite = excluded.priorite, nb_formations = excluded.nb_formations, places = excluded.places,
         voeux = excluded.voeux, impact = excluded.impact, academies = excluded.academies,
         libelle = excluded.libelle, specialite = excluded.specialite, type_diplome = excluded.type_diplome,
         voie = excluded.voie, motifs = excluded.motifs, confiance = excluded.confiance,
         premier_candidat = excluded.premier_candidat, patron = excluded.patron,
         verdict = coalesce(excluded.verdict, revue.verdict), acteur = excluded.acteur,
         decide_le = excluded.decide_le, profil_id = excluded.profil_id, updated_at = now()`,
      [executionId, signatures],
    );
  }

  /** Closes the items that a run did not open: the machine now settles them by itself. */
  async closeOthers(manager: EntityManager, executionId: string): Promise<void> {
    await manager.query(
      `UPDATE revue r SET statut = 'obsolete', bail_compte_id = NULL, bail_jusqu_a = NULL, updated_at = now()
       FROM execution e
       WHERE e.id = $1 AND r.campagne_id = e.campagne_id AND r.execution_id <> e.id AND r.statut = 'a_traiter'`,
      [executionId],
    );
  }

  /** Puts a signature of a run before an adjudicateur: two people, or a person and the machine, disagree on it. */
  async openDisagreement(manager: EntityManager, executionId: string, signatureId: string): Promise<void> {
    await manager.query(
      `${ITEMS} ${INSERT}
       ON CONFLICT (campagne_id, signature_id) DO NOTHING`,
      [executionId, [signatureId]],
    );
    await manager.query(
      `UPDATE revue SET statut = 'adjudication', origine = 'desaccord', bail_compte_id = NULL, bail_jusqu_a = NULL,
         updated_at = now()
       WHERE signature_id = $2 AND campagne_id = (SELECT campagne_id FROM execution WHERE id = $1)`,
      [executionId, signatureId],
    );
  }
}
