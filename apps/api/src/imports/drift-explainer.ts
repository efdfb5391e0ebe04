import { Injectable } from '@nestjs/common';
import { SourceError } from '#sources';
import { explainDrift } from './format-drift.ts';
import { SnapshotGateRepository } from './snapshot-gate.repository.ts';

/** Adds to a refused header what changed in it since the last snapshot of its table. */
@Injectable()
export class DriftExplainer {
  constructor(private readonly gate: SnapshotGateRepository) {}

  async explain(error: unknown): Promise<unknown> {
    if (!(error instanceof SourceError) || error.details.colonnes === undefined) return error;
    const last = await this.gate.last(error.details.source);
    return last === null ? error : explainDrift(error, last);
  }
}
