import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { connectorOf, openTable, type OpenedTable, type TableId } from '#sources';
import { Transactions } from '../common/transactions.ts';
import type { LandedSnapshot, SnapshotOrigin, TableToLand } from '../imports/instantane.repository.ts';
import { LandTablesUseCase } from '../imports/land-tables.use-case.ts';
import { CollecteEtapesRepository, type CollectedFile } from './collecte-etapes.repository.ts';
import { CollecteLignesRepository } from './collecte-lignes.repository.ts';
import { CollecteRepository, type TakenCollecte } from './collecte.repository.ts';

/** Turns what an import by API has received into one immutable snapshot a table, and ends it: all or nothing. */
@Injectable()
export class LandCollecteUseCase {
  constructor(
    private readonly collectes: CollecteRepository,
    private readonly lignes: CollecteLignesRepository,
    private readonly etapes: CollecteEtapesRepository,
    private readonly landTables: LandTablesUseCase,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @throws SourceError, RuleViolationError when a table cannot be a snapshot; CollecteLostError when the import is no
   * longer ours. Nothing is written then.
   */
  async execute(taken: TakenCollecte, signal: AbortSignal): Promise<LandedSnapshot[]> {
    await this.transactions.run(async (manager) => {
      for (const table of connectorOf(taken.source)?.tables ?? []) {
        await this.lignes.takeOver(manager, taken, table);
      }
    });
    const unchanged = await this.etapes.unchanged(taken);
    const tables = [...(await this.fileTables(taken, signal)), ...(await this.rowTables(taken))];
    return this.landTables.execute(tables, {
      signal,
      within: async (manager, landed) => {
        await this.collectes.complete(manager, taken, {
          message: summary(landed, unchanged),
          instantanes: landed.map(({ instantaneId }) => instantaneId),
        });
        await this.etapes.forgetReplaced(manager, taken);
        await this.lignes.clear(manager, taken.id);
      },
    });
  }

  private async fileTables(taken: TakenCollecte, signal: AbortSignal): Promise<TableToLand[]> {
    const tables: TableToLand[] = [];
    for (const file of await this.etapes.files(taken)) {
      const nom = basename(file.path);
      tables.push({ opened: await openCollected(file, nom, signal), origin: originOf(taken, nom, file) });
    }
    return tables;
  }

  private async rowTables(taken: TakenCollecte): Promise<TableToLand[]> {
    const tables = await this.lignes.tables(taken);
    return tables.map(({ opened, sha256, octets }) => ({
      opened,
      origin: originOf(taken, `${taken.source} (${opened.table})`, { sha256, bytes: octets }),
    }));
  }
}

function openCollected(file: CollectedFile, nom: string, signal: AbortSignal): Promise<OpenedTable> {
  const { path, table, encodage } = file;
  return openTable(path, { nom, attendu: table, signal, ...(encodage === null ? {} : { encodage }) });
}

function originOf(
  { source, auteur }: TakenCollecte,
  nom: string,
  { sha256, bytes }: { sha256: string; bytes: number },
): SnapshotOrigin {
  const origine = `collecte de ${source}`;
  return { nom, origine, sha256, octets: bytes, importePar: auteur, exemple: false, ecartAccepte: false };
}

/** What an import brought, in a French sentence. */
function summary(landed: readonly LandedSnapshot[], unchanged: readonly string[]): string {
  const named = (tables: readonly { table: TableId }[]): string =>
    tables.map(({ table }) => table).join(', ');
  const fresh = landed.filter(({ dejaImporte }) => !dejaImporte);
  const same = landed.filter(({ dejaImporte }) => dejaImporte);
  const waiting = landed.filter(({ statut }) => statut === 'a_confirmer');
  const left = landed.reduce((n, { refusees }) => n + refusees, 0);
  const parts = [
    fresh.length > 0 ? `nouveau : ${named(fresh)}` : '',
    same.length > 0 ? `déjà importé : ${named(same)}` : '',
    unchanged.length > 0
      ? `inchangé depuis la dernière fois : ${unchanged.length > 5 ? `${unchanged.length} réponses` : unchanged.join(', ')}`
      : '',
    left > 0 ? `${left} ligne(s) refusée(s)` : '',
    waiting.length > 0 ? `à confirmer : ${named(waiting)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ; ') || 'rien à importer';
}
