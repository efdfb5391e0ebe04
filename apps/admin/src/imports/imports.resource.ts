import { lazyPage } from '../layout/lazy-page.ts';

export const instantanes = {
  name: 'instantanes',
  list: lazyPage(() => import('./instantane-list.tsx'), 'InstantaneList'),
  show: lazyPage(() => import('./instantane-show.tsx'), 'InstantaneShow'),
  recordRepresentation: 'nom',
};

export const imports = {
  name: 'imports',
  list: lazyPage(() => import('./import-list.tsx'), 'ImportList'),
  show: lazyPage(() => import('./import-show.tsx'), 'ImportShow'),
  create: lazyPage(() => import('./import-create.tsx'), 'ImportCreate'),
  recordRepresentation: 'nom',
};
