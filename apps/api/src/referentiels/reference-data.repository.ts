import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReferenceData } from '#matching';
import type { ReferenceTableId, RowTypes, TableId } from '#sources';
import { InstantaneRepository } from '../imports/instantane.repository.ts';
import { isReferenceTable, ReferenceDataBuilder } from './reference-data.ts';

/** Reads pinned snapshots back into what the engine reads. */
@Injectable()
export class ReferenceDataRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly instantanes: InstantaneRepository,
  ) {}

  async load(instantanesIds: readonly string[]): Promise<ReferenceData> {
    const snapshots: { id: string; table: TableId; millesime: string; sha256: string }[] =
      await this.dataSource.query(
        `SELECT id, table_id AS "table", millesime, sha256 FROM instantane WHERE id = ANY($1::uuid[])`,
        [instantanesIds],
      );
    const builder = new ReferenceDataBuilder();
    for (const { id, table, millesime, sha256 } of snapshots) {
      if (!isReferenceTable(table)) continue;
      const lines = await this.instantanes.readLines<RowTypes[ReferenceTableId]>(id);
      builder.add(table, { millesime, sha256, rows: lines.map(({ contenu }) => contenu) });
    }
    return builder.build();
  }
}
