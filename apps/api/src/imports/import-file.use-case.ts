import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { openTable, sha256File, SourceError, type Encodage, type OpenedTable, type TableId } from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { explainDrift } from './format-drift.ts';
import { InstantaneRepository, type LandedSnapshot, type LinesProgress } from './instantane.repository.ts';
import { SnapshotGateRepository } from './snapshot-gate.repository.ts';

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

/** One file into one immutable snapshot. The same content imported twice is one snapshot. */
@Injectable()
export class ImportFileUseCase {
  constructor(
    private readonly instantanes: InstantaneRepository,
    private readonly gate: SnapshotGateRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
  ) {}

  /**
   * @throws SourceError for a file that cannot be read as a known table; nothing is written.
   */
  async execute(request: ImportRequest): Promise<LandedSnapshot> {
    const nom = request.nom ?? basename(request.chemin);
    const opened = await this.open(request, nom);
    if (request.attendus !== undefined && !request.attendus.includes(opened.table)) {
      throw new RuleViolationError(
        'TABLE_INATTENDUE',
        `${nom} est la table ${opened.table} ; attendu ${request.attendus.join(', ')}`,
      );
    }
    const sha256 = await sha256File(request.chemin);
    const known = await this.instantanes.findByContent(opened.table, sha256, opened.encodage);
    if (known !== null) return this.known(known, nom, request);
    const { size } = await stat(request.chemin);
    const landed = await this.instantanes.land(
      opened,
      {
        nom,
        origine: request.origine ?? nom,
        sha256,
        octets: size,
        importePar: request.importePar,
        exemple: request.exemple ?? false,
        ecartAccepte: request.ecartAccepte ?? false,
      },
      request.onProgress,
      request.signal,
    );
    if (!landed.dejaImporte) await this.noteDistance(landed, nom, request);
    return landed;
  }

  /** @throws SourceError that says, for a table already imported, what changed in its header. */
  private async open(request: ImportRequest, nom: string): Promise<OpenedTable> {
    try {
      return await openTable(request.chemin, {
        nom,
        attendu: request.attendus?.length === 1 ? request.attendus[0] : undefined,
        encodage: request.encodage,
        signal: request.signal,
      });
    } catch (error) {
      if (!(error instanceof SourceError) || error.details.colonnes === undefined) throw error;
      const last = await this.gate.last(error.details.source);
      throw last === null ? error : explainDrift(error, last);
    }
  }

  /** A file already imported that the person now names herself is confirmed by it. */
  private async known(known: LandedSnapshot, nom: string, request: ImportRequest): Promise<LandedSnapshot> {
    if (known.statut !== 'a_confirmer' || request.ecartAccepte !== true) return known;
    await this.transactions.run((manager) => this.instantanes.accept(manager, known.instantaneId));
    const confirmed: LandedSnapshot = { ...known, statut: 'utilisable' };
    await this.noteDistance(confirmed, nom, request);
    return confirmed;
  }

  private async noteDistance(landed: LandedSnapshot, nom: string, request: ImportRequest): Promise<void> {
    if (landed.avertissements.length === 0) return;
    const waits = landed.statut === 'a_confirmer';
    await this.journal.note({
      type: waits ? 'instantane_a_confirmer' : 'instantane_confirme',
      message: waits
        ? `${nom} (${landed.table}) attend une confirmation : ${landed.avertissements.join(' ; ')}`
        : `${request.importePar} a choisi ${nom} (${landed.table}) malgré son écart : ${landed.avertissements.join(' ; ')}`,
      auteur: { compteId: null, nom: request.importePar },
      details: { instantaneId: landed.instantaneId },
    });
  }
}
