import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';
import { VERSION_PAQUET } from '#matching';
import type { RowTypes } from '#sources';
import { csvLine } from './csv-line.ts';
import { indicateurDeLigne, type IndicateurARanger } from './indicateur-de-ligne.ts';
import { PaquetIndicateursRepository } from './paquet-indicateurs.repository.ts';
import { isTableChiffres, TABLE_OFFRE, TABLES_PREPAREES, type TableChiffres } from './tables-chiffres.ts';

interface InstantaneAPreparer {
  readonly id: string;
  readonly table: string;
}

const BATCH = 5_000;
const COLONNES = `instantane_id, ligne, source, millesime, annee, territoire, code_territoire, code_certification,
  voie, nb_annee_term, taux_en_emploi_6_mois, taux_en_formation, taux_autres_6_mois, salaire_12_mois_q1,
  salaire_12_mois_q2, salaire_12_mois_q3, taux_de_passage, taux_de_reussite, suppression, mesures`;

/** Published figures: brought in from their snapshots once, and packed for the attachment. */
@Injectable()
export class IndicateurRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly paquets: PaquetIndicateursRepository,
  ) {}

  /** Snapshots of figures in use beside a catalogue: real ones or samples, never both together. */
  async enService(exemples: boolean): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM instantane WHERE statut = 'utilisable' AND exemple = $2 AND table_id = ANY($1)
         AND (table_id <> $3 OR id = (SELECT id FROM instantane WHERE table_id = $3 AND statut = 'utilisable'
           AND exemple = $2 ORDER BY millesime DESC, created_at DESC, id LIMIT 1))
       ORDER BY table_id, millesime, sha256`,
      [TABLES_PREPAREES, exemples, TABLE_OFFRE],
    );
    return rows.map(({ id }) => id);
  }

  /** Of some snapshots, those whose figures are not in the table yet, or not packed as this version reads them. */
  async aCharger(instantanes: readonly string[]): Promise<InstantaneAPreparer[]> {
    return this.dataSource.query(
      `SELECT i.id, i.table_id AS "table" FROM instantane i
       LEFT JOIN indicateur_charge c ON c.instantane_id = i.id
       WHERE i.id = ANY($1::uuid[]) AND (c.instantane_id IS NULL OR i.table_id <> $3 AND NOT EXISTS (
         SELECT 1 FROM indicateur_paquet p WHERE p.instantane_id = i.id AND p.version = $2))
       ORDER BY i.table_id, i.id`,
      [instantanes, VERSION_PAQUET, TABLE_OFFRE],
    );
  }

  /** Brings a snapshot's lines in, in one transaction: all of them, or none. A second caller waits, then does nothing. */
  async charger({ id, table }: InstantaneAPreparer): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      await runner.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 20))`, [id]);
      const done = (await runner.query(`SELECT 1 FROM indicateur_charge WHERE instantane_id = $1`, [
        id,
      ])) as unknown[];
      if (done.length === 0) {
        const compte = { lignes: 0, indicateurs: 0 };
        if (isTableChiffres(table)) {
          const copy = client.query(copyFrom(`COPY indicateur (${COLONNES}) FROM STDIN (FORMAT csv)`));
          await pipeline(Readable.from(csvLines(this.lignes(id), id, table, compte)), copy);
        } else {
          compte.lignes = await rangerOffre(runner.manager, id);
        }
        await runner.query(
          `INSERT INTO indicateur_charge (instantane_id, lignes, indicateurs) VALUES ($1, $2, $3)`,
          [id, compte.lignes, compte.indicateurs],
        );
        await runner.query('ANALYZE indicateur');
      }
      if (isTableChiffres(table)) await this.paquets.empaqueter(runner.manager, id);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The last school year that the figures of some snapshots count; null without any. */
  async derniereAnnee(instantanes: readonly string[]): Promise<number | null> {
    const rows: { annee: number | null }[] = await this.dataSource.query(
      `SELECT max(annee)::int AS annee FROM indicateur
       WHERE instantane_id = ANY($1::uuid[]) AND source IN ('inserjeunes', 'insersup')`,
      [instantanes],
    );
    return rows[0]?.annee ?? null;
  }

  /** Establishments that the catalogue de l'apprentissage names for some of its keys. */
  async offreOf(
    instantanes: readonly string[],
    cles: readonly string[],
  ): Promise<Map<string, OffreApprentissage>> {
    if (cles.length === 0) return new Map();
    const rows: (OffreApprentissage & { cleMe: string })[] = await this.dataSource.query(
      `SELECT cle_me AS "cleMe", uai, uai_formateur AS "uaiFormateur", uai_gestionnaire AS "uaiGestionnaire"
       FROM offre_apprentissage WHERE instantane_id = ANY($1::uuid[]) AND cle_me = ANY($2)`,
      [instantanes, cles],
    );
    return new Map(rows.map(({ cleMe, ...offre }) => [cleMe, offre]));
  }

  /** On a connection of its own: the caller's is taken by the COPY. */
  private async *lignes(instantaneId: string): AsyncGenerator<{ ligne: number; contenu: unknown }> {
    let last = 0;
    for (;;) {
      const batch: { ligne: number; contenu: unknown }[] = await this.dataSource.query(
        `SELECT ligne, contenu FROM instantane_ligne WHERE instantane_id = $1 AND ligne > $2
         ORDER BY ligne LIMIT ${BATCH}`,
        [instantaneId, last],
      );
      yield* batch;
      const end = batch.at(-1);
      if (end === undefined) return;
      last = end.ligne;
    }
  }
}

export interface OffreApprentissage {
  readonly uai: string | null;
  readonly uaiFormateur: string | null;
  readonly uaiGestionnaire: string | null;
}

/** The keys of the catalogue de l'apprentissage; the first line of a key that comes twice. */
async function rangerOffre(manager: EntityManager, instantaneId: string): Promise<number> {
  await manager.query(
    `INSERT INTO offre_apprentissage (instantane_id, cle_me, uai, uai_formateur, uai_gestionnaire)
     SELECT DISTINCT ON (contenu->>'cleMe') instantane_id, contenu->>'cleMe', contenu->>'uai',
       contenu->>'uaiFormateur', contenu->>'uaiGestionnaire'
     FROM instantane_ligne WHERE instantane_id = $1 AND contenu->>'cleMe' IS NOT NULL
     ORDER BY contenu->>'cleMe', ligne`,
    [instantaneId],
  );
  const rows: { lignes: number }[] = await manager.query(
    `SELECT count(*)::int AS lignes FROM offre_apprentissage WHERE instantane_id = $1`,
    [instantaneId],
  );
  return rows[0]?.lignes ?? 0;
}

async function* csvLines(
  lignes: AsyncIterable<{ ligne: number; contenu: unknown }>,
  instantaneId: string,
  table: TableChiffres,
  compte: { lignes: number; indicateurs: number },
): AsyncGenerator<string> {
  let batch = '';
  for await (const { ligne, contenu } of lignes) {
    compte.lignes += 1;
    const indicateur = indicateurDeLigne(table, contenu as RowTypes[TableChiffres]);
    if (indicateur === null) continue;
    compte.indicateurs += 1;
    batch += copyLine(instantaneId, ligne, indicateur);
    if (batch.length > 65_536) {
      yield batch;
      batch = '';
    }
  }
  yield batch;
}

function copyLine(instantaneId: string, ligne: number, indicateur: IndicateurARanger): string {
  const { chiffres } = indicateur;
  return csvLine([
    instantaneId,
    ligne,
    indicateur.source,
    indicateur.millesime,
    indicateur.annee,
    indicateur.territoire,
    indicateur.codeTerritoire,
    indicateur.codeCertification,
    indicateur.voie,
    chiffres.nbAnneeTerm,
    chiffres.tauxEnEmploi6Mois,
    chiffres.tauxEnFormation,
    chiffres.tauxAutres6Mois,
    chiffres.salaire12MoisQ1,
    chiffres.salaire12MoisQ2,
    chiffres.salaire12MoisQ3,
    indicateur.tauxDePassage,
    indicateur.tauxDeReussite,
    chiffres.suppression,
    indicateur.mesures,
  ]);
}
