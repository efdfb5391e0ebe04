import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  openTable,
  openTables,
  sha256File,
  type Encodage,
  type OpenedTable,
  type OpenTableOptions,
  type TableId,
} from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { DriftExplainer } from './drift-explainer.ts';
import type { LandedSnapshot, SnapshotOrigin } from './instantane.repository.ts';
import { LandTablesUseCase } from './land-tables.use-case.ts';
import type { LinesProgress } from './snapshot-staging.ts';

export interface ImportRequest {
  readonly chemin: string;
  /** Name to show when the path is a temporary one; the file's own name by default. */
  readonly nom?: string;
  readonly origine?: string;
  /** The tables that the caller expects; any recognised table when absent. */
  readonly attendus?: readonly TableId[];
  readonly encodage?: Encodage | undefined;
  readonly importePar: string;
  readonly exemple?: boolean;
  /** True when the person chose this very file among others: it serves however far it is from the last one. */
  readonly ecartAccepte?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: LinesProgress;
}

/** One file into one immutable snapshot a table. The same content imported twice is one snapshot. */
@Injectable()
export class ImportFileUseCase {
  constructor(
    private readonly landTables: LandTablesUseCase,
    private readonly drift: DriftExplainer,
  ) {}

  /**
   * Imports a file that must be one table.
   * @throws SourceError for a file that cannot be read as a known table; nothing is written.
   */
  async execute(request: ImportRequest): Promise<LandedSnapshot> {
    const [landed] = await this.land(request, async (chemin, options) => [await openTable(chemin, options)]);
    if (landed === undefined) throw new Error(`${request.chemin} gave no snapshot`);
    return landed;
  }

  /**
   * Imports every expected table of a file: one, or those of an archive (ACCE's, France compétences'), all or none.
   * @throws SourceError for a file that cannot be read as known tables; nothing is written.
   */
  executeAll(request: ImportRequest): Promise<LandedSnapshot[]> {
    return this.land(request, openTables);
  }

  private async land(request: ImportRequest, openAll: OpenAll): Promise<LandedSnapshot[]> {
    const nom = request.nom ?? basename(request.chemin);
    const opened = expectedOf(await this.open(request, nom, openAll), nom, request.attendus);
    const sha256 = await sha256File(request.chemin);
    const { size } = await stat(request.chemin);
    const origin = (table: OpenedTable): SnapshotOrigin => ({
      nom: opened.length === 1 ? nom : table.nom,
      origine: request.origine ?? nom,
      sha256,
      octets: size,
      importePar: request.importePar,
      exemple: request.exemple ?? false,
      ecartAccepte: request.ecartAccepte ?? false,
    });
    return this.landTables.execute(
      opened.map((table) => ({ opened: table, origin: origin(table) })),
      { onProgress: request.onProgress, signal: request.signal },
    );
  }

  /** @throws SourceError that says, for a table already imported, what changed in its header. */
  private async open(request: ImportRequest, nom: string, openAll: OpenAll): Promise<OpenedTable[]> {
    try {
      return await openAll(request.chemin, {
        nom,
        attendu: request.attendus?.length === 1 ? request.attendus[0] : undefined,
        encodage: request.encodage,
        signal: request.signal,
      });
    } catch (error) {
      throw await this.drift.explain(error);
    }
  }
}

type OpenAll = (chemin: string, options: OpenTableOptions) => Promise<OpenedTable[]>;

/** Those that the caller expects, each once: two contents of one table in one file would be one snapshot. */
function expectedOf(
  opened: readonly OpenedTable[],
  nom: string,
  attendus: readonly TableId[] | undefined,
): OpenedTable[] {
  const expected = opened.filter(({ table }) => attendus === undefined || attendus.includes(table));
  if (expected.length === 0) {
    throw new RuleViolationError(
      'TABLE_INATTENDUE',
      `${nom} est la table ${opened.map(({ table }) => table).join(', ')} ; attendu ${attendus?.join(', ') ?? ''}`,
    );
  }
  const twice = expected.find(({ table }, rank) => expected.findIndex((one) => one.table === table) !== rank);
  if (twice !== undefined) {
    const names = expected.filter(({ table }) => table === twice.table).map((one) => one.nom);
    throw new RuleViolationError(
      'TABLE_EN_DOUBLE',
      `${nom} contient plusieurs fois la table ${twice.table} (${names.join(', ')}) : séparez-les`,
    );
  }
  return expected;
}
