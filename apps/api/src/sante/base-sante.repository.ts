import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const UNDEFINED_TABLE = '42P01';

@Injectable()
export class BaseSante {
  constructor(private readonly dataSource: DataSource) {}

  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }

  /** Migrations of this build that the database has not had. */
  async countPendingMigrations(): Promise<number> {
    const done = new Set(await this.#doneMigrations());
    return this.dataSource.migrations.filter(({ name, constructor }) => !done.has(name ?? constructor.name))
      .length;
  }

  async #doneMigrations(): Promise<string[]> {
    const table = this.dataSource.driver.escape(this.dataSource.options.migrationsTableName ?? 'migrations');
    try {
      const rows: readonly { name: string }[] = await this.dataSource.query(`SELECT name FROM ${table}`);
      return rows.map(({ name }) => name);
    } catch (error) {
      // A database that was never migrated has no such table: everything is pending.
      if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return [];
      throw error;
    }
  }
}
