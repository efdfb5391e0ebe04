import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';
import type { CodeCertification, CouvertureFormation, GivenCodes, Motif, Statut, Voie } from '#matching';
import type { CalculPris } from './calcul-chiffres.repository.ts';
import { csvLine, type CsvCell } from './csv-line.ts';

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
  /** It has figures already, of other inputs. */
  readonly connue: boolean;
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

  /** Puts rows in place of the former ones, in the caller's transaction. */
  async write(manager: EntityManager, executionId: string, rows: readonly ChiffresARanger[]): Promise<void> {
    if (rows.length === 0) return;
    const known = rows.flatMap(({ connue, formationId }) => (connue ? [formationId] : []));
    if (known.length > 0) {
      await manager.query(
        `DELETE FROM chiffres_formation WHERE execution_id = $1 AND formation_id = ANY($2::bigint[])`,
        [executionId, known],
      );
    }
    const client = (await manager.queryRunner?.connect()) as PoolClient | undefined;
    if (client === undefined) throw new Error('figures are written in a transaction');
    const lines = rows.map((row) => csvLine([executionId, ...cellsOf(row)])).join('');
    const copy = client.query(copyFrom(`COPY chiffres_formation (${COLONNES}) FROM STDIN (FORMAT csv)`));
    await pipeline(Readable.from([lines]), copy);
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

const COLONNES = `execution_id, formation_id, couverture, couverture_concordance, couverture_codes,
  code_certification, code_donnee, type_donnee, chemin, inverse, voie_donnee, uai_donnee, uai_donnee_type, source,
  millesime, nb_annee_term, taux_en_emploi_6_mois, taux_en_formation, taux_autres_6_mois, salaire_12_mois_q1,
  salaire_12_mois_q2, salaire_12_mois_q3, taux_de_passage, taux_de_reussite, detail, empreinte`;

/** The cells of a row after its run, in the order of the columns above. */
function cellsOf({ formationId, empreinte, couverture }: ChiffresARanger): CsvCell[] {
  const { trouve, passage, reussite, terminales, repli } = couverture;
  const chiffres = trouve?.chiffres;
  const provenance = trouve?.provenance ?? null;
  return [
    formationId,
    couverture.revue,
    couverture.concordance,
    couverture.codes,
    couverture.certification,
    provenance?.codeDonnee,
    provenance?.typeDonnee,
    provenance?.chemin,
    provenance?.inverse,
    provenance?.voie,
    provenance?.uaiDonnee,
    provenance?.uaiDonneeType,
    provenance?.source,
    provenance?.millesime,
    chiffres?.nbAnneeTerm,
    chiffres?.tauxEnEmploi6Mois,
    chiffres?.tauxEnFormation,
    chiffres?.tauxAutres6Mois,
    chiffres?.salaire12MoisQ1,
    chiffres?.salaire12MoisQ2,
    chiffres?.salaire12MoisQ3,
    passage?.taux,
    reussite?.taux,
    { provenance, passage, reussite, terminales, repli },
    empreinte,
  ];
}
