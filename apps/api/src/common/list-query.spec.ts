import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { listQuerySchema } from './list-query.ts';

const schema = listQuerySchema({
  sort: ['priorite', 'libelle'],
  defaultSort: 'priorite',
  defaultOrder: 'DESC',
  id: z.uuid(),
  filter: { campagneId: z.uuid().optional(), ouvertes: z.boolean().optional() },
});

describe('listQuerySchema', () => {
  it('gives the first page by the default sort', () => {
    expect(schema.parse({})).toEqual({
      page: 1,
      perPage: 25,
      offset: 0,
      sort: 'priorite',
      order: 'DESC',
      filter: {},
    });
  });

  it('reads what react-admin sends, as strings', () => {
    const ids = ['0b9d3f0e-5b0e-4b53-9a3e-0f3a8a0d9c11'];
    const query = {
      page: '3',
      perPage: '50',
      sort: 'libelle',
      order: 'ASC',
      filter: JSON.stringify({ ids }),
    };
    expect(schema.parse(query)).toMatchObject({ page: 3, perPage: 50, offset: 100, filter: { ids } });
  });

  it.each([
    ['page', { page: '0' }],
    ['page', { page: '1.5' }],
    ['perPage', { perPage: '1001' }],
    ['sort', { sort: 'id; DROP TABLE compte' }],
    ['order', { order: 'asc' }],
    ['filter', { filter: '{"campagneId":' }],
    ['filter', { filter: '[]' }],
    ['filter', { filter: '{"inconnu":true}' }],
    ['filter.ouvertes', { filter: '{"ouvertes":"oui"}' }],
    ['filter.ids.0', { filter: '{"ids":["1"]}' }],
  ])('refuses a wrong %s: %p', (champ, query) => {
    const { error } = schema.safeParse(query);
    expect(error?.issues[0]?.path.join('.')).toBe(champ);
  });
});
