import {
  openTable,
  sha256File,
  walkFiles,
  isForeignFile,
  type OpenedTable,
  type ReferenceTableId,
  type RowTypes,
} from '#sources';
import type { FicheEtablissement, ReferenceData, Vintage } from '#matching';
import { byVintage, isReferenceTable, ReferenceDataBuilder } from '../referentiels/reference-data.ts';
import { UsageError } from './command.ts';

export interface ReadReference {
  readonly fichier: string;
  readonly table: ReferenceTableId;
  readonly lignes: number;
  readonly refusees: number;
}

export interface OfflineReferences {
  readonly data: ReferenceData;
  readonly lues: readonly ReadReference[];
  /** What establishments offer: the catalogues de l'apprentissage, oldest first, and the answers of QuiForme. */
  readonly offres: {
    readonly catalogues: readonly Vintage<RowTypes['catalogue_apprentissage']>[];
    readonly habilitations: readonly RowTypes['quiforme'][];
  };
  /** The establishments of the newest extract of ACCE, by UAI; null where the folders hold none. */
  readonly acce: ReadonlyMap<string, FicheEtablissement> | null;
  /** Files that are no table we know, or not a reference: named to the user and passed over. */
  readonly ignores: readonly { readonly fichier: string; readonly raison: string }[];
}

/**
 * Reads every reference file below the folders, each recognised by its header. No database.
 * @throws SourceError for a file that is a known table but cannot be read to its end.
 * @throws UsageError when the folders hold no reference at all.
 */
export async function readReferences(folders: readonly string[]): Promise<OfflineReferences> {
  const builder = new ReferenceDataBuilder();
  const lues: ReadReference[] = [];
  const ignores: { fichier: string; raison: string }[] = [];
  let acce: { millesime: string; fiches: Map<string, FicheEtablissement> } | null = null;
  const catalogues: (Vintage<RowTypes['catalogue_apprentissage']> & { sha256: string })[] = [];
  const habilitations: RowTypes['quiforme'][] = [];
  for (const fichier of await walkFiles(folders)) {
    const opened = await openKnown(fichier);
    if (opened === null) {
      ignores.push({ fichier, raison: 'en-tête inconnu' });
      continue;
    }
    const { table } = opened;
    if (table === 'acce_uai') {
      const rows = await acceRows(opened);
      const vintage = { millesime: opened.millesime(), fiches: rows };
      if (acce === null || vintage.millesime >= acce.millesime) acce = vintage;
      continue;
    }
    if (table === 'quiforme') {
      for await (const read of opened.rows())
        if ('row' in read) habilitations.push(read.row as RowTypes['quiforme']);
      continue;
    }
    if (!isReferenceTable(table)) {
      ignores.push({ fichier, raison: `table « ${table} », que l'appariement ne lit pas` });
      continue;
    }
    const rows: RowTypes[ReferenceTableId][] = [];
    let refusees = 0;
    for await (const read of opened.rows()) {
      if ('row' in read) rows.push(read.row as RowTypes[ReferenceTableId]);
      else refusees += 1;
    }
    const vintage = { millesime: opened.millesime(), sha256: await sha256File(fichier), rows };
    builder.add(table, vintage);
    // Its rows are those of that table.
    if (table === 'catalogue_apprentissage') catalogues.push(vintage as (typeof catalogues)[number]);
    lues.push({ fichier, table, lignes: rows.length, refusees });
  }
  if (lues.length === 0) {
    throw new UsageError(`aucun référentiel reconnu dans ${folders.join(', ')}`);
  }
  catalogues.sort(byVintage);
  const offres = { catalogues, habilitations };
  return { data: builder.build(), lues, ignores, offres, acce: acce?.fiches ?? null };
}

async function acceRows(opened: OpenedTable): Promise<Map<string, FicheEtablissement>> {
  const fiches = new Map<string, FicheEtablissement>();
  for await (const read of opened.rows()) {
    if (!('row' in read)) continue;
    const row = read.row as RowTypes['acce_uai'];
    // The first line of a UAI stands, as in the service.
    if (!fiches.has(row.uai)) fiches.set(row.uai, row);
  }
  return fiches;
}

async function openKnown(fichier: string): Promise<Awaited<ReturnType<typeof openTable>> | null> {
  try {
    return await openTable(fichier, {});
  } catch (error) {
    if (isForeignFile(error)) return null;
    throw error;
  }
}
