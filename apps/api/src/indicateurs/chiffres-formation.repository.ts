import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';
import type { CodeCertification, CouvertureFormation, GivenCodes, Motif, Statut, Voie } from '#matching';
import type { CalculPris } from './calcul-chiffres.repository.ts';
import { csvCells, type CsvCell } from './csv-line.ts';

/** What was answered and decided of the rows of a signature. */
export interface ReponseAChiffrer {
  readonly codes: GivenCodes;
  readonly statut: Statut;
  readonly codeCertification: CodeCertification | null;
  readonly motifs: readonly Motif[];
  readonly verdict: 'accepte' | 'autre' | 'aucune' | null;
  readonly codeDecide: CodeCertification | null;
}

/** A formation of a run, with the answer that it shares with all the rows of its signature. */
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
  readonly reponse: ReponseAChiffrer;
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

  /**
   * The next formations of a computation, in the order of the catalogue.
   * @returns with them the line of the catalogue that they reach, null once there is none left.
   */
  async next(
    manager: EntityManager,
    { executionId, campagneId, signatures }: CalculPris,
    apres: number,
    limite: number,
  ): Promise<{ formations: FormationAChiffrer[]; dernierRang: number | null }> {
    const rows: (Omit<FormationAChiffrer, 'reponse'> & { signature: string })[] = await manager.query(
      `SELECT f.id::text AS id, f.rang, f.signature_id::text AS signature, f.voie, f.academie, f.uai,
         f.contenu->>'uaiComposante' AS "uaiComposante", f.contenu->>'uaiAffectation' AS "uaiAffectation",
         f.contenu->>'uaiGestionnaire' AS "uaiGestionnaire", f.contenu->>'siret' AS siret, k.empreinte
       FROM formation f
       LEFT JOIN chiffres_formation k ON k.execution_id = $1 AND k.formation_id = f.id
       WHERE f.campagne_id = $2 AND f.rang > $3 AND ($4::bigint[] IS NULL OR f.signature_id = ANY($4))
       ORDER BY f.rang LIMIT $5`,
      [executionId, campagneId, apres, signatures, limite],
    );
    const reponses = await reponsesOf(manager, executionId, [
      ...new Set(rows.map(({ signature }) => signature)),
    ]);
    const formations = rows.flatMap(({ signature, ...row }) => {
      const reponse = reponses.get(signature);
      return reponse === undefined ? [] : [{ ...row, reponse }];
    });
    return { formations, dernierRang: rows.at(-1)?.rang ?? null };
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
    // Rows that find nothing where they are taught share what they are given.
    const shared = new Map<CouvertureFormation, string>();
    const cells = (couverture: CouvertureFormation): string => {
      const known = shared.get(couverture);
      if (known !== undefined) return known;
      const written = csvCells(cellsOf(couverture));
      shared.set(couverture, written);
      return written;
    };
    const lines = rows
      .map(
        ({ formationId, empreinte, couverture }) =>
          `${executionId},${formationId},${empreinte},${cells(couverture)}\n`,
      )
      .join('');
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

/** Read in the transaction that writes: a decision that comes later is computed after, never over. */
async function reponsesOf(
  manager: EntityManager,
  executionId: string,
  signatures: readonly string[],
): Promise<Map<string, ReponseAChiffrer>> {
  const rows: (ReponseAChiffrer & { id: string })[] = await manager.query(
    `SELECT a.signature_id::text AS id, s.contenu->'codes' AS codes, a.statut,
       a.code_certification AS "codeCertification", a.motifs, j.verdict, j.code_certification AS "codeDecide"
     FROM appariement a JOIN signature s ON s.id = a.signature_id
     LEFT JOIN jugement_en_vigueur j ON j.signature_id = a.signature_id
     WHERE a.execution_id = $1 AND a.signature_id = ANY($2::bigint[])`,
    [executionId, signatures],
  );
  return new Map(rows.map(({ id, ...reponse }) => [id, reponse]));
}

const COLONNES = `execution_id, formation_id, empreinte, couverture, couverture_concordance, couverture_codes,
  code_certification, code_demande, code_donnee, type_donnee, chemin, inverse, voie_donnee, uai_donnee,
  uai_donnee_type, sauts, source, millesime, instantane, ligne, nb_annee_term, taux_en_emploi_6_mois,
  taux_en_formation, taux_autres_6_mois, salaire_12_mois_q1, salaire_12_mois_q2, salaire_12_mois_q3,
  taux_de_passage, taux_de_reussite, detail`;

/** The cells of a row after its empreinte, in the order of the columns above. */
function cellsOf(couverture: CouvertureFormation): CsvCell[] {
  const { trouve, passage, reussite } = couverture;
  const chiffres = trouve?.chiffres;
  const provenance = trouve?.provenance;
  return [
    couverture.revue,
    couverture.concordance,
    couverture.codes,
    couverture.certification,
    provenance?.codeDemande,
    provenance?.codeDonnee,
    provenance?.typeDonnee,
    provenance?.chemin,
    provenance?.inverse,
    provenance?.voie,
    provenance?.uaiDonnee,
    provenance?.uaiDonneeType,
    provenance === undefined || provenance.sauts.length === 0 ? null : provenance.sauts,
    provenance?.source,
    provenance?.millesime,
    provenance?.instantane,
    provenance?.ligne,
    chiffres?.nbAnneeTerm,
    chiffres?.tauxEnEmploi6Mois,
    chiffres?.tauxEnFormation,
    chiffres?.tauxAutres6Mois,
    chiffres?.salaire12MoisQ1,
    chiffres?.salaire12MoisQ2,
    chiffres?.salaire12MoisQ3,
    passage?.taux,
    reussite?.taux,
    detailOf(couverture),
  ];
}

/** What has no column of its own; null for nearly every row. `chiffres_detail` puts it beside the provenance again. */
function detailOf({ passage, reussite, terminales, repli }: CouvertureFormation): object | null {
  if (passage === null && reussite === null && repli === null && terminales.length === 0) return null;
  return {
    ...(passage !== null && { passage }),
    ...(reussite !== null && { reussite }),
    ...(terminales.length > 0 && { terminales }),
    ...(repli !== null && { repli }),
  };
}
