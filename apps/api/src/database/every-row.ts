import { MAX_PER_PAGE } from '../common/list-query.ts';
import type { Page, PageRequest } from './list-page.ts';

/** Every row of a list, the longest page at a time: what a file of it is written from. */
export async function* everyRow<Row>(
  list: (request: PageRequest) => Promise<Page<Row>>,
  order: Pick<PageRequest, 'sort' | 'order'>,
): AsyncGenerator<Row[]> {
  for (let offset = 0; ; offset += MAX_PER_PAGE) {
    const { data, total } = await list({ ...order, perPage: MAX_PER_PAGE, offset });
    yield data;
    if (offset + data.length >= total || data.length === 0) return;
  }
}
