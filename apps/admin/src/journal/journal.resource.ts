import { lazyPage } from '../layout/lazy-page.ts';

export const journal = {
  name: 'journal',
  list: lazyPage(() => import('./journal-list.tsx'), 'JournalList'),
};
