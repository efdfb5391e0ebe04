import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { compareColumns, TABLES, type TableDescription, type TableId } from '#sources';
import { lostColumns, lostType, type LastSnapshot, type RefusedColumn } from './format-drift.ts';
import { nearestVintage } from './nearest-vintage.ts';
import { keyExpression, keyFields } from './row-identity.ts';
import { reasonsToConfirm, type Disparus, type Ecart } from './snapshot-distance.ts';

/** A snapshot of the same table, in service. */
interface Neighbour {
  readonly id: string;
  readonly nom: string;
  readonly millesime: string;
  readonly lignes: number;
  readonly refusees: number;
  readonly colonnes: readonly string[];
  readonly createdAt: Date;
}

/** A snapshot whose lines have just been written, in a transaction not yet committed. */
export interface FreshSnapshot {
  readonly id: string;
  readonly table: TableId;
  readonly nom: string;
  readonly millesime: string;
  readonly lignes: number;
  readonly refusees: number;
  readonly colonnes: readonly string[];
}

/** Tables whose files are parts, by year, period or territory: two of them are never meant to be alike. */
const PARTIELLES: readonly string[] = [
  'inserjeunes',
  'inserjeunes_etablissement',
  'insersup',
  'insersup_open_data',
  'sies_passage',
  'sies_reussite',
  'quiforme',
  'cpf_offre',
  'cpf_engagement',
  'cpf_entree_sortie',
  'cpf_usager',
  'constat_rentree',
  'affelnet_offre',
  'famille_metiers',
];

/** Catalogues are chosen one by one, campaign by campaign, and are new each year: they are never gated. */
const isGated = (table: TableId): boolean =>
  !PARTIELLES.includes(table) &&
  TABLES.some(({ id, kind }) => id === table && (kind === 'reference' || kind === 'complement'));

/** Whether two files have a known header of the table in common: a table comes in several forms. */
function sameLayout(
  { colonnesRequises }: Pick<TableDescription, 'colonnesRequises'>,
  avant: { readonly colonnes: readonly string[] },
  apres: { readonly colonnes: readonly string[] },
): boolean {
  const fits = (required: readonly string[], columns: readonly string[]): boolean =>
    compareColumns(required, columns, []).manquantes.length === 0;
  return colonnesRequises.some(
    (required) => fits(required, avant.colonnes) && fits(required, apres.colonnes),
  );
}

/** Measures how far a snapshot is from the nearest one in service of its table. */
@Injectable()
export class SnapshotGateRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The last snapshot in service of a table, samples aside; null for a first one. */
  async last(table: string): Promise<LastSnapshot | null> {
    const rows: LastSnapshot[] = await this.dataSource.query(
      `SELECT nom, to_char(created_at AT TIME ZONE 'Europe/Paris', 'DD/MM/YYYY') AS "importeLe", colonnes
       FROM instantane WHERE table_id = $1 AND statut = 'utilisable' AND NOT exemple
       ORDER BY millesime DESC, created_at DESC, id LIMIT 1`,
      [table],
    );
    return rows[0] ?? null;
  }

  /**
   * @returns null where there is nothing to compare with: a first vintage, a table that is not gated.
   * @throws SourceFormatError when a column is no more what it was, unless the caller has `accepte` the file.
   */
  async assess(manager: EntityManager, fresh: FreshSnapshot, accepte: boolean): Promise<Ecart | null> {
    if (!isGated(fresh.table)) return null;
    const neighbours: Neighbour[] = await manager.query(
      `SELECT id, nom, millesime, lignes, refusees, colonnes, created_at AS "createdAt" FROM instantane
       WHERE table_id = $1 AND statut = 'utilisable' AND NOT exemple AND id <> $2`,
      [fresh.table, fresh.id],
    );
    const nearest = nearestVintage(fresh.millesime, neighbours);
    if (nearest === null) return null;
    const lost = lostType(
      fresh.nom,
      fresh.table,
      fresh.lignes,
      await this.mostRefused(manager, fresh.id),
      nearest,
    );
    // An older vintage beside a newer one lacks the codes made since: the older of the two is the one before.
    const older = fresh.millesime !== '' && fresh.millesime < nearest.millesime;
    const table = TABLES.find(({ id }) => id === fresh.table);
    const drift = compareColumns(nearest.colonnes, fresh.colonnes, table?.colonnes ?? []);
    // An older vintage may well lack what was added since; so may another known form of the table.
    const comparable = !older && table?.kind === 'reference' && sameLayout(table, nearest, fresh);
    const gone = comparable ? lostColumns(fresh.nom, fresh.table, drift.manquantesLues, nearest) : null;
    const stop = gone ?? lost;
    if (stop !== null && !accepte) throw stop;
    const [avant, apres] = older ? [fresh, nearest] : [nearest, fresh];
    const disparus = await this.vanished(manager, fresh.table, avant.id, apres.id);
    const share = ({ lignes, refusees }: { lignes: number; refusees: number }): number =>
      lignes === 0 ? 0 : refusees / lignes;
    return {
      reference: { id: nearest.id, nom: nearest.nom, millesime: nearest.millesime },
      lignes: { avant: nearest.lignes, apres: fresh.lignes },
      refus: { avant: share(nearest), apres: share(fresh) },
      disparus,
      colonnes: { ajoutees: drift.nouvelles, retirees: [...drift.manquantesLues, ...drift.manquantes] },
      raisons: reasonsToConfirm(nearest, fresh, disparus),
    };
  }

  private async mostRefused(manager: EntityManager, id: string): Promise<RefusedColumn | null> {
    const rows: RefusedColumn[] = await manager.query(
      `SELECT colonne, count(*)::int AS n, min(message) AS message FROM ligne_refusee
       WHERE instantane_id = $1 AND colonne IS NOT NULL GROUP BY colonne ORDER BY n DESC, colonne LIMIT 1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private async vanished(
    manager: EntityManager,
    table: string,
    avant: string,
    apres: string,
  ): Promise<Disparus> {
    if (keyFields(table).length === 0) return { n: 0, sur: 0, exemples: [] };
    const cle = keyExpression(table);
    const rows: Disparus[] = await manager.query(
      `WITH avant AS MATERIALIZED (SELECT DISTINCT ${cle} AS cle FROM instantane_ligne WHERE instantane_id = $1),
       disparu AS MATERIALIZED (
         SELECT cle FROM avant EXCEPT SELECT ${cle} FROM instantane_ligne WHERE instantane_id = $2)
       SELECT (SELECT count(*)::int FROM disparu) AS n, (SELECT count(*)::int FROM avant) AS sur,
         ARRAY(SELECT cle FROM disparu ORDER BY cle LIMIT 10) AS exemples`,
      [avant, apres],
    );
    return rows[0] ?? { n: 0, sur: 0, exemples: [] };
  }
}
