import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Formation, Plateforme } from '#matching';
import type { FormationRow } from '#sources';
import { searchText } from './search-text.ts';

export interface CampagneRecord {
  readonly id: string;
  readonly nom: string;
  readonly plateforme: Plateforme;
  /** `AAAA-MM-JJ`. */
  readonly rentree: string;
  readonly catalogueId: string;
  /** Reference snapshots the campaign pins; null pins those in use when a run starts. */
  readonly referencesIds: readonly string[] | null;
  /** Snapshots of establishments that its runs are checked against; null follows those in use at each check. */
  readonly etablissementsIds: readonly string[] | null;
  readonly nbFormations: number;
  readonly nbSignatures: number;
  readonly executionPublieeId: string | null;
}

/** A catalogue row on its way into a campaign. */
export interface FormationToStore {
  /** Its line in the catalogue file; the header is line 1. */
  readonly rang: number;
  readonly row: FormationRow;
  /** Why the line was refused, when it is matched all the same. */
  readonly refus: string | null;
  readonly signature: string;
  readonly formation: Formation;
}

const COLUMNS = `id, nom, plateforme, to_char(rentree, 'YYYY-MM-DD') AS rentree, catalogue_id AS "catalogueId",
  references_ids AS "referencesIds", etablissements_ids AS "etablissementsIds",
  nb_formations AS "nbFormations", nb_signatures AS "nbSignatures", execution_publiee_id AS "executionPublieeId"`;

/** Rows a statement: keeps each message to the server around a megabyte. */
const BATCH = 2_000;

@Injectable()
export class CampagneRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<CampagneRecord | null> {
    return this.findOne(`SELECT ${COLUMNS} FROM campagne WHERE id = $1`, id);
  }

  async findByNom(nom: string): Promise<CampagneRecord | null> {
    return this.findOne(`SELECT ${COLUMNS} FROM campagne WHERE nom = $1`, nom);
  }

  async all(): Promise<CampagneRecord[]> {
    return this.dataSource.query(`SELECT ${COLUMNS} FROM campagne ORDER BY created_at, nom`);
  }

  /** Stores the campaign and all its formations in one transaction, with what `also` adds to it. */
  async create(
    campagne: Omit<
      CampagneRecord,
      'nbFormations' | 'nbSignatures' | 'executionPublieeId' | 'etablissementsIds'
    >,
    formations: readonly FormationToStore[],
    also: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await also(manager);
      await manager.query(
        `INSERT INTO campagne (id, nom, plateforme, rentree, catalogue_id, references_ids)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          campagne.id,
          campagne.nom,
          campagne.plateforme,
          campagne.rentree,
          campagne.catalogueId,
          campagne.referencesIds,
        ],
      );
      for (let start = 0; start < formations.length; start += BATCH) {
        const batch = formations.slice(start, start + BATCH);
        await insertSignatures(manager, batch);
        await insertFormations(manager, campagne.id, batch);
      }
      await manager.query(
        `UPDATE campagne SET
           nb_formations = (SELECT count(*) FROM formation WHERE campagne_id = $1),
           nb_signatures = (SELECT count(DISTINCT signature_id) FROM formation WHERE campagne_id = $1)
         WHERE id = $1`,
        [campagne.id],
      );
    });
  }

  async publish(campagneId: string, executionId: string, manager: EntityManager): Promise<void> {
    await manager.query(`UPDATE campagne SET execution_publiee_id = $2 WHERE id = $1`, [
      campagneId,
      executionId,
    ]);
  }

  private async findOne(sql: string, parameter: string): Promise<CampagneRecord | null> {
    const rows: CampagneRecord[] = await this.dataSource.query(sql, [parameter]);
    return rows[0] ?? null;
  }
}

/** Signatures are shared by all campaigns: a decision taken once is known for the next one. */
async function insertSignatures(manager: EntityManager, batch: readonly FormationToStore[]): Promise<void> {
  const distinct = new Map(batch.map(({ signature, formation }) => [signature, formation]));
  await manager.query(
    `INSERT INTO signature (cle, contenu)
     SELECT cle, contenu FROM jsonb_to_recordset($1::jsonb) AS s (cle text, contenu jsonb)
     ORDER BY cle
     ON CONFLICT (cle) DO NOTHING`,
    [JSON.stringify([...distinct].map(([cle, contenu]) => ({ cle, contenu })))],
  );
}

async function insertFormations(
  manager: EntityManager,
  campagneId: string,
  batch: readonly FormationToStore[],
): Promise<void> {
  const records = batch.map(({ rang, row, refus, signature }) => ({
    rang,
    identifiant: row.id,
    cle: signature,
    libelle: row.libelle,
    specialite: row.specialite,
    type_diplome: row.typeDiplome,
    voie: row.voie,
    uai: row.uai,
    academie: row.academie,
    capacite: row.capacite,
    voeux: row.voeux,
    recherche: searchText([row.id, row.libelle, row.specialite, row.etablissement, row.uai, row.commune]),
    contenu: row,
    refus,
  }));
  await manager.query(
    `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, specialite, type_diplome,
       voie, uai, academie, capacite, voeux, recherche, contenu, refus)
     SELECT $1, f.rang, f.identifiant, s.id, f.libelle, f.specialite, f.type_diplome, f.voie, f.uai,
       f.academie, f.capacite, f.voeux, f.recherche, f.contenu, f.refus
     FROM jsonb_to_recordset($2::jsonb) AS f (rang integer, identifiant text, cle text, libelle text,
       specialite text, type_diplome text, voie text, uai text, academie text, capacite integer,
       voeux integer, recherche text, contenu jsonb, refus text)
     JOIN signature s ON s.cle = f.cle
     ORDER BY f.rang`,
    [campagneId, JSON.stringify(records)],
  );
}
