import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { ListResult } from '../common/list-query.ts';
import { redact } from '../common/redaction.ts';
import { JournalEntreeEntity } from '../database/entities/journal-entree.entity.ts';
import { prepared } from '../database/prepared.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { JournalListQuery, JournalSort } from './journal.schema.ts';

const COLUMN: Readonly<Record<JournalSort, keyof JournalEntreeEntity>> = {
  id: 'id',
  creeLe: 'createdAt',
  type: 'type',
};

@Injectable()
export class JournalRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a line, inside the caller's transaction when it hands its manager over. */
  async append(entry: JournalEntry, manager: EntityManager = this.dataSource.manager): Promise<void> {
    const { type, message, auteur, at, details } = entry;
    await prepared(
      manager,
      `INSERT INTO journal_entree (type, message, auteur_id, auteur_nom, created_at, details)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [type, message, auteur.compteId, auteur.nom, at, redact(details ?? {})],
    );
  }

  async list(query: JournalListQuery): Promise<ListResult<JournalEntreeEntity>> {
    const { type, compteId, ids } = query.filter;
    const column = COLUMN[query.sort];
    const [data, total] = await this.dataSource.getRepository(JournalEntreeEntity).findAndCount({
      where: {
        ...(type === undefined ? {} : { type }),
        ...(compteId === undefined ? {} : { auteurId: compteId }),
        ...(ids === undefined ? {} : { id: In([...ids]) }),
      },
      // The id settles lines of the same instant, so that pages neither repeat nor skip one.
      order: { [column]: query.order, id: query.order },
      skip: query.offset,
      take: query.perPage,
    });
    return { data, total };
  }

  findById(id: string): Promise<JournalEntreeEntity | null> {
    return this.dataSource.getRepository(JournalEntreeEntity).findOneBy({ id });
  }
}
