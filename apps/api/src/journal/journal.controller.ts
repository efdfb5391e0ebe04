import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Roles } from '../common/auth/roles.decorator.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { listResultSchema, type ListResult } from '../common/list-query.ts';
import { presentJournalEntree } from './journal.presenter.ts';
import { JournalRepository } from './journal.repository.ts';
import {
  journalEntreeSchema,
  journalIdSchema,
  journalListQuery,
  type JournalEntreeDto,
  type JournalListQuery,
} from './journal.schema.ts';

@Controller('journal')
@Roles('administrateur')
export class JournalController {
  constructor(private readonly journal: JournalRepository) {}

  @Get()
  @ApiOkResponse({ standardSchema: listResultSchema(journalEntreeSchema) })
  async list(
    @Query({ schema: journalListQuery }) query: JournalListQuery,
  ): Promise<ListResult<JournalEntreeDto>> {
    const { data, total } = await this.journal.list(query);
    return { data: data.map(presentJournalEntree), total };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: journalEntreeSchema })
  async get(@Param('id', { schema: journalIdSchema }) id: string): Promise<JournalEntreeDto> {
    const entree = await this.journal.findById(id);
    if (entree === null) throw new NotFoundError('ENTREE_INCONNUE', `Aucune entrée ${id} dans le journal.`);
    return presentJournalEntree(entree);
  }
}
