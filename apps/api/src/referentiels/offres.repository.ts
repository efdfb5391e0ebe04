import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { offresEtablissements, type Concordance, type OffresEtablissements } from '#matching';
import type { QuiFormeRow, RowTypes } from '#sources';
import { InstantaneRepository } from '../imports/instantane.repository.ts';
import { byVintage } from './reference-data.ts';

type CatalogueRow = RowTypes['catalogue_apprentissage'];

/** Reads what establishments offer from pinned snapshots. */
@Injectable()
export class OffresRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly instantanes: InstantaneRepository,
  ) {}

  /**
   * @param references those of the run: its catalogue de l'apprentissage counts, the newest where there are several
   * @param habilitations answers of QuiForme
   */
  async load(
    references: readonly string[],
    habilitations: readonly string[],
    concordance: Concordance,
  ): Promise<OffresEtablissements> {
    const catalogues: { id: string; millesime: string; sha256: string }[] = await this.dataSource.query(
      `SELECT id, millesime, sha256 FROM instantane
       WHERE id = ANY($1::uuid[]) AND table_id = 'catalogue_apprentissage'`,
      [references],
    );
    const newest = catalogues.sort(byVintage).at(-1);
    const rows = newest === undefined ? [] : await this.rowsOf<CatalogueRow>(newest.id);
    const answers: QuiFormeRow[] = [];
    for (const id of habilitations) answers.push(...(await this.rowsOf<QuiFormeRow>(id)));
    return offresEtablissements(
      newest === undefined ? [] : [{ millesime: newest.millesime, rows }],
      answers,
      concordance,
    );
  }

  private async rowsOf<Row>(instantaneId: string): Promise<Row[]> {
    const lines = await this.instantanes.readLines<Row>(instantaneId);
    return lines.map(({ contenu }) => contenu);
  }
}
