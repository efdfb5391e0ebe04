import { lazyPage } from '../layout/lazy-page.ts';

export const collectes = {
  name: 'collectes',
  list: lazyPage(() => import('./collecte-list.tsx'), 'CollecteList'),
  show: lazyPage(() => import('./collecte-show.tsx'), 'CollecteShow'),
  recordRepresentation: 'source',
};
