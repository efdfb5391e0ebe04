import { lazyPage } from '../layout/lazy-page.ts';

export const revues = {
  name: 'revues',
  list: lazyPage(() => import('./revue-list.tsx'), 'RevueList'),
  show: lazyPage(() => import('./revue-page.tsx'), 'RevuePage'),
  recordRepresentation: 'libelle',
};
