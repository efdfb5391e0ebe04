import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { openTable, sha256File, type Encodage, type TableId } from '#sources';
import { RuleViolationError } from '../common/domain-errors.ts';
import { InstantaneRepository, type LandedSnapshot, type LinesProgress } from './instantane.repository.ts';

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
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: LinesProgress;
}

/** One file into one immutable snapshot. The same content imported twice is one snapshot. */
@Injectable()
export class ImportFileUseCase {
  constructor(private readonly instantanes: InstantaneRepository) {}

  /**
   * @throws SourceError for a file that cannot be read as a known table; nothing is written.
   */
  async execute(request: ImportRequest): Promise<LandedSnapshot> {
    const nom = request.nom ?? basename(request.chemin);
    const opened = await openTable(request.chemin, {
      nom,
      attendu: request.attendus?.length === 1 ? request.attendus[0] : undefined,
      encodage: request.encodage,
      signal: request.signal,
    });
    if (request.attendus !== undefined && !request.attendus.includes(opened.table)) {
      throw new RuleViolationError(
        'TABLE_INATTENDUE',
        `${nom} est la table ${opened.table} ; attendu ${request.attendus.join(', ')}`,
      );
    }
    const sha256 = await sha256File(request.chemin);
    const known = await this.instantanes.findByContent(opened.table, sha256, opened.encodage);
    if (known !== null) return known;
    const { size } = await stat(request.chemin);
    return this.instantanes.land(
      opened,
      {
        nom,
        origine: request.origine ?? nom,
        sha256,
        octets: size,
        importePar: request.importePar,
        exemple: request.exemple ?? false,
      },
      request.onProgress,
      request.signal,
    );
  }
}
