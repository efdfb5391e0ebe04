import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CodeCertification, CouvertureFormation, GivenCodes, Motif, Statut, Voie } from '#matching';
import type { CalculPris } from './calcul-chiffres.repository.ts';

/** A formation of a run with its answer, its decision, and what its figures were computed from last time. */
export interface FormationAChiffrer {
  readonly id: string;
  readonly rang: number;
  readonly voie: Voie | null;
  readonly academie: string | null;
  readonly uai: string | null;
  readonly uaiComposante: string | null;
  readonly uaiAffectation: string | null;
  readonly uaiGestionnaire: string | null;
  readonly siret: string | null;
  readonly codes: GivenCodes;
  readonly statut: Statut;
  readonly codeCertification: CodeCertification | null;
  readonly motifs: readonly Motif[];
  readonly verdict: 'accepte' | 'autre' | 'aucune' | null;
  readonly codeDecide: CodeCertification | null;
  /** Null when it was never computed. */
  readonly empreinte: string | null;
}

/** A formation's figures on their way into the database. */
export interface ChiffresARanger {
  readonly formationId: string;
  readonly empreinte: string;
  readonly couverture: CouvertureFormation;
}

/** What each formation of a run is given. */
@Injectable()
export class ChiffresFormationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The next formations of a computation, in the order of the catalogue. */
  async next(
    manager: EntityManager,
    { executionId, campagneId, signatures }: CalculPris,
    apres: number,
    limite: number,
  ): Promise<FormationAChiffrer[]> {
    return manager.query(
      `SELECT f.id::text AS id, f.rang, f.voie, f.academie, f.uai, f.contenu->>'uaiComposante' AS "uaiComposante",
         f.contenu->>'uaiAffectation' AS "uaiAffectation", f.contenu->>'uaiGestionnaire' AS "uaiGestionnaire",
         f.contenu->>'siret' AS siret, f.contenu->'codes' AS codes, a.statut,
         a.code_certification AS "codeCertification", a.motifs, j.verdict, j.code_certification AS "codeDecide",
         k.empreinte
       FROM formation f
       JOIN appariement a ON a.execution_id = $1 AND a.signature_id = f.signature_id
       LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
       LEFT JOIN chiffres_formation k ON k.execution_id = $1 AND k.formation_id = f.id
       WHERE f.campagne_id = $2 AND f.rang > $3 AND ($4::bigint[] IS NULL OR f.signature_id = ANY($4))
       ORDER BY f.rang LIMIT $5`,
      [executionId, campagneId, apres, signatures, limite],
    );
  }

  async write(manager: EntityManager, executionId: string, rows: readonly ChiffresARanger[]): Promise<void> {
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance,
         couverture_codes, code_certification, code_donnee, type_donnee, chemin, inverse, voie_donnee, uai_donnee,
         uai_donnee_type, source, millesime, nb_annee_term, taux_en_emploi_6_mois, taux_en_formation,
         taux_autres_6_mois, salaire_12_mois_q1, salaire_12_mois_q2, salaire_12_mois_q3, taux_de_passage,
         taux_de_reussite, detail, empreinte)
       SELECT $1, r.f, r.revue, r.conc, r.codes, r.certif, r.donnee, r.type, r.chemin, r.inverse, r.voie, r.uai,
         r.uai_type, r.source, r.millesime, r.nb, r.emploi, r.formation, r.autres, r.q1, r.q2, r.q3, r.passage,
         r.reussite, r.detail, r.empreinte
       FROM jsonb_to_recordset($2::jsonb) AS r (f bigint, revue text, conc text, codes text, certif text, donnee text,
         type text, chemin text, inverse boolean, voie text, uai text, uai_type text, source text, millesime text,
         nb integer, emploi smallint, formation smallint, autres smallint, q1 integer, q2 integer, q3 integer,
         passage float8, reussite float8, detail jsonb, empreinte text)
       ON CONFLICT (execution_id, formation_id) DO UPDATE SET couverture = excluded.couverture,
         couverture_concordance = excluded.couverture_concordance, couverture_codes = excluded.couverture_codes,
         code_certification = excluded.code_certification, code_donnee = excluded.code_donnee,
         type_donnee = excluded.type_donnee, chemin = excluded.chemin, inverse = excluded.inverse,
         voie_donnee = excluded.voie_donnee, uai_donnee = excluded.uai_donnee,
         uai_donnee_type = excluded.uai_donnee_type, source = excluded.source, millesime = excluded.millesime,
         nb_annee_term = excluded.nb_annee_term, taux_en_emploi_6_mois = excluded.taux_en_emploi_6_mois,
         taux_en_formation = excluded.taux_en_formation, taux_autres_6_mois = excluded.taux_autres_6_mois,
         salaire_12_mois_q1 = excluded.salaire_12_mois_q1, salaire_12_mois_q2 = excluded.salaire_12_mois_q2,
         salaire_12_mois_q3 = excluded.salaire_12_mois_q3, taux_de_passage = excluded.taux_de_passage,
         taux_de_reussite = excluded.taux_de_reussite, detail = excluded.detail, empreinte = excluded.empreinte,
         calcule_at = now()`,
      [executionId, JSON.stringify(rows.map(recordOf))],
    );
  }

  /** How many formations of a run are covered, and how many are not. */
  async compter(executionId: string): Promise<{ couverts: number; nonCouverts: number }> {
    const rows: { couverts: number; nonCouverts: number }[] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE couverture = 'Couvert')::int AS couverts,
         count(*) FILTER (WHERE couverture <> 'Couvert')::int AS "nonCouverts"
       FROM chiffres_formation WHERE execution_id = $1`,
      [executionId],
    );
    return rows[0] ?? { couverts: 0, nonCouverts: 0 };
  }
}

function recordOf({ formationId, empreinte, couverture }: ChiffresARanger): object {
  const { trouve, passage, reussite, terminales, repli } = couverture;
  const chiffres = trouve?.chiffres;
  const provenance = trouve?.provenance;
  return {
    f: formationId,
    revue: couverture.revue,
    conc: couverture.concordance,
    codes: couverture.codes,
    certif: couverture.certification,
    donnee: provenance?.codeDonnee,
    type: provenance?.typeDonnee,
    chemin: provenance?.chemin,
    inverse: provenance?.inverse,
    voie: provenance?.voie,
    uai: provenance?.uaiDonnee,
    uai_type: provenance?.uaiDonneeType,
    source: provenance?.source,
    millesime: provenance?.millesime,
    nb: chiffres?.nbAnneeTerm,
    emploi: chiffres?.tauxEnEmploi6Mois,
    formation: chiffres?.tauxEnFormation,
    autres: chiffres?.tauxAutres6Mois,
    q1: chiffres?.salaire12MoisQ1,
    q2: chiffres?.salaire12MoisQ2,
    q3: chiffres?.salaire12MoisQ3,
    passage: passage?.taux,
    reussite: reussite?.taux,
    detail: { provenance: provenance ?? null, passage, reussite, terminales, repli },
    empreinte,
  };
}
