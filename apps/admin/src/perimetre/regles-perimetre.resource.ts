import { lazyPage } from '../layout/lazy-page.ts';

export const reglesPerimetre = {
  name: 'regles-perimetre',
  list: lazyPage(() => import('./regle-list.tsx'), 'RegleList'),
  create: lazyPage(() => import('./regle-create.tsx'), 'RegleCreate'),
  edit: lazyPage(() => import('./regle-edit.tsx'), 'RegleEdit'),
  recordRepresentation: 'nom',
};
