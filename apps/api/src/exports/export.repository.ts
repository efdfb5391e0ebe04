import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { listPageByIds, type Page, type PageRequest } from '../database/list-page.ts';
import type { RowRejection } from '#sources';
import type { FormationAExporter, LigneAExporter } from './formation-exportee.ts';
import type { ExportSource } from './export-source.ts';
import type { FichierExporte, Manifeste } from './manifeste.ts';

export interface ExportView {
  readonly id: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly plateforme: string;
  readonly executionId: string;
  readonly statut: 'en_attente' | 'en_cours' | 'terminee' | 'echouee';
  readonly creeLe: Date;
  readonly nbFormations: number | null;
  readonly octets: number | null;
  /** SHA-256 of the manifest, which holds those of the other files. */
  readonly sha256: string | null;
  readonly fichiers: readonly FichierExporte[];
  readonly erreur: string | null;
}

const SELECT = `SELECT x.id, x.campagne_id AS "campagneId", c.nom AS "campagneNom", c.plateforme,
  x.execution_id AS "executionId", x.statut, x.created_at AS "creeLe",
  (x.manifeste->'compteurs'->>'formations')::int AS "nbFormations",
  (SELECT sum((f->>'octets')::bigint)::float8 FROM jsonb_array_elements(x.manifeste->'fichiers') f) AS octets,
  x.manifeste->>'sha256' AS sha256, coalesce(x.manifeste->'fichiers', '[]') AS fichiers, x.erreur
  FROM export x LEFT JOIN campagne c ON c.id = x.campagne_id`;

const BATCH = 2_000;

@Injectable()
export class ExportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The run an export shows: the published one, else the last that ended well. */
  async executionToExport(campagneId: string): Promise<string | null> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT coalesce(c.execution_publiee_id, (SELECT id FROM execution
         WHERE campagne_id = c.id AND statut = 'terminee' ORDER BY ended_at DESC, id LIMIT 1)) AS id
       FROM campagne c WHERE c.id = $1`,
      [campagneId],
    );
    return rows[0]?.id ?? null;
  }

  async sourceOf(executionId: string): Promise<ExportSource | null> {
    const rows: ExportSource[] = await this.dataSource.query(
      `SELECT c.id AS "campagneId", e.id AS "executionId", c.catalogue_id AS "catalogueId", c.nom, c.plateforme,
         to_char(e.rentree, 'YYYY-MM-DD') AS rentree, e.modele, e.risque, e.seuil, e.empreinte,
         (SELECT jsonb_agg(jsonb_build_object('table', i.table_id, 'millesime', i.millesime, 'sha256', i.sha256)
            ORDER BY i.table_id, i.millesime, i.sha256)
          FROM instantane i WHERE i.id = ANY(e.instantanes || e.habilitations || ce.instantanes) OR i.id = c.catalogue_id
            OR i.id = ANY((SELECT k.instantanes FROM calcul_chiffres k
              WHERE k.execution_id = e.id AND k.statut = 'terminee' AND k.signatures IS NULL
              ORDER BY k.created_at DESC, k.id LIMIT 1)::uuid[])) AS instantanes
       FROM execution e JOIN campagne c ON c.id = e.campagne_id
       LEFT JOIN controle_execution ce ON ce.execution_id = e.id WHERE e.id = $1`,
      [executionId],
    );
    return rows[0] ?? null;
  }

  /** Lines of the catalogue in their order, refused ones in their place; a batch at a time, never the whole. */
  async *lines(source: ExportSource): AsyncGenerator<LigneAExporter> {
    const refused = await this.refused(source.catalogueId);
    let next = 0;
    for await (const formation of this.formations(source)) {
      for (; (refused[next]?.ligne ?? Infinity) < formation.rang; next += 1) {
        yield { refusee: refused[next] as RowRejection };
      }
      yield { formation };
    }
    for (const refusee of refused.slice(next)) yield { refusee };
  }

  private async refused(catalogueId: string): Promise<RowRejection[]> {
    return this.dataSource.query(
      `SELECT ligne, colonne, motif, message, extrait FROM ligne_refusee
       WHERE instantane_id = $1 AND lisible IS NULL ORDER BY ligne, id`,
      [catalogueId],
    );
  }

  private async *formations({ campagneId, executionId }: ExportSource): AsyncGenerator<FormationAExporter> {
    let last = 0;
    for (;;) {
      const batch: FormationAExporter[] = await this.dataSource.query(
        `SELECT f.rang, f.contenu, f.refus, a.resultat,
           CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('verdict', j.verdict,
             'codeCertification', j.code_certification, 'certification', j.certification, 'motif', j.motif,
             'creeLe', to_char(j.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS jugement,
           CASE WHEN ce.formation_id IS NOT NULL THEN jsonb_build_object('siret', ce.siret,
             'uaiInconnue', ce.uai_inconnue, 'nonConformes', ce.non_conformes, 'controles', ce.controles)
             END AS etablissement,
           CASE WHEN k.formation_id IS NOT NULL THEN jsonb_build_object('couverture', k.couverture,
             'couvertureCodes', k.couverture_codes, 'couvertureConcordance', k.couverture_concordance,
             'chiffres', jsonb_build_object('nbAnneeTerm', k.nb_annee_term,
               'tauxEnEmploi6Mois', k.taux_en_emploi_6_mois, 'tauxEnFormation', k.taux_en_formation,
               'tauxAutres6Mois', k.taux_autres_6_mois, 'salaire12MoisQ1', k.salaire_12_mois_q1,
               'salaire12MoisQ2', k.salaire_12_mois_q2, 'salaire12MoisQ3', k.salaire_12_mois_q3),
             'detail', chiffres_detail(k)) END AS figures
         FROM formation f
         JOIN appariement a ON a.execution_id = $2 AND a.signature_id = f.signature_id
         LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
         LEFT JOIN controle_formation ce ON ce.execution_id = $2 AND ce.formation_id = f.id
         LEFT JOIN chiffres_formation k ON k.execution_id = $2 AND k.formation_id = f.id
         WHERE f.campagne_id = $1 AND f.rang > $3 ORDER BY f.rang LIMIT ${BATCH}`,
        [campagneId, executionId, last],
      );
      yield* batch;
      const end = batch.at(-1);
      if (end === undefined) return;
      last = end.rang;
    }
  }

  async insert(manager: EntityManager, id: string, campagneId: string, executionId: string): Promise<void> {
    await manager.query(`INSERT INTO export (id, campagne_id, execution_id) VALUES ($1, $2, $3)`, [
      id,
      campagneId,
      executionId,
    ]);
  }

  /**
   * Exports that no worker has taken: their job is lost. Marks them as sent anew.
   * @returns their ids.
   */
  async reclaimSilent(manager: EntityManager): Promise<string[]> {
    const rows: [{ id: string }[], number] = await manager.query(
      `UPDATE export SET envoye_at = now()
       WHERE statut = 'en_attente' AND envoye_at < now() - interval '60 seconds' RETURNING id`,
    );
    return rows[0].map(({ id }) => id);
  }

  /** @returns the run to export, or null when the export is already done. */
  async start(id: string): Promise<string | null> {
    const rows: [{ executionId: string }[], number] = await this.dataSource.query(
      `UPDATE export SET statut = 'en_cours' WHERE id = $1 AND statut <> 'terminee'
       RETURNING execution_id AS "executionId"`,
      [id],
    );
    return rows[0][0]?.executionId ?? null;
  }

  async complete(id: string, dossier: string, manifeste: Manifeste, sha256: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE export SET statut = 'terminee', dossier = $2, manifeste = $3, ended_at = now() WHERE id = $1`,
      [id, dossier, { ...manifeste, sha256 }],
    );
  }

  async fail(id: string, erreur: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE export SET statut = 'echouee', erreur = $2, ended_at = now() WHERE id = $1 AND statut <> 'terminee'`,
      [id, erreur],
    );
  }

  async folderOf(id: string): Promise<string | null> {
    const rows: { dossier: string | null }[] = await this.dataSource.query(
      `SELECT dossier FROM export WHERE id = $1`,
      [id],
    );
    return rows[0]?.dossier ?? null;
  }

  async findById(id: string): Promise<ExportView | null> {
    const rows: ExportView[] = await this.dataSource.query(`${SELECT} WHERE x.id = $1`, [id]);
    return rows[0] ?? null;
  }

  list(
    request: PageRequest,
    filter: {
      campagneId?: string | undefined;
      plateforme?: string | undefined;
      statut?: string | undefined;
      ids?: readonly string[] | undefined;
    },
  ): Promise<Page<ExportView>> {
    return listPageByIds(this.dataSource, SELECT, request, [
      ['"campagneId" = ?::uuid', filter.campagneId],
      ['plateforme = ?', filter.plateforme],
      ['statut = ?', filter.statut],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
  }
}
