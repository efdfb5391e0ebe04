import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { preferencesSchema, type Preferences } from './preferences.schema.ts';

/** What each account has set for itself. Nothing of it changes an answer: it is not in the journal. */
@Injectable()
export class PreferencesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(compteId: string): Promise<Preferences> {
    const rows: { preferences: unknown }[] = await this.dataSource.query(
      `SELECT preferences FROM compte WHERE id = $1`,
      [compteId],
    );
    // What an earlier version kept in another shape is as if nothing had been set.
    return preferencesSchema.catch({ raccourcis: null }).parse(rows[0]?.preferences);
  }

  async save(compteId: string, preferences: Preferences): Promise<void> {
    await this.dataSource.query(`UPDATE compte SET preferences = $2 WHERE id = $1`, [compteId, preferences]);
  }
}
