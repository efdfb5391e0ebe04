import { lazyPage } from '../layout/lazy-page.ts';

export const comptes = {
  name: 'comptes',
  list: lazyPage(() => import('./compte-list.tsx'), 'CompteList'),
  create: lazyPage(() => import('./compte-create.tsx'), 'CompteCreate'),
  edit: lazyPage(() => import('./compte-edit.tsx'), 'CompteEdit'),
  recordRepresentation: 'nom',
};
