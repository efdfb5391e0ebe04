import { describe, expect, it } from '@jest/globals';
import { MAX_PER_PAGE } from '../common/list-query.ts';
import { everyRow } from './every-row.ts';
import type { Page, PageRequest } from './list-page.ts';

/** What is read of a list of so many rows, and what was asked of it. */
async function readAll(total: number, shrinksTo = total): Promise<{ rows: number[]; offsets: number[] }> {
  const offsets: number[] = [];
  const list = ({ perPage, offset, sort, order }: PageRequest): Promise<Page<number>> => {
    expect([sort, order]).toEqual(['rang', 'ASC']);
    offsets.push(offset);
    const left = offset === 0 ? total : shrinksTo;
    const data = Array.from({ length: Math.max(0, Math.min(perPage, left - offset)) }, (_, i) => offset + i);
    return Promise.resolve({ data, total });
  };
  const rows: number[] = [];
  for await (const page of everyRow(list, { sort: 'rang', order: 'ASC' })) rows.push(...page);
  return { rows, offsets };
}

describe('every row of a list', () => {
  it.each([0, 1, MAX_PER_PAGE, MAX_PER_PAGE + 1, 2 * MAX_PER_PAGE + 7])(
    'is read once, of %i',
    async (total) => {
      const { rows, offsets } = await readAll(total);
      expect(rows).toEqual(Array.from({ length: total }, (_, i) => i));
      expect(offsets).toHaveLength(Math.max(1, Math.ceil(total / MAX_PER_PAGE)));
    },
  );

  it('ends where rows go away meanwhile', async () => {
    expect((await readAll(3 * MAX_PER_PAGE, MAX_PER_PAGE)).rows).toHaveLength(MAX_PER_PAGE);
  });
});
