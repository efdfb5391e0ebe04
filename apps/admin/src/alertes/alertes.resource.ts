import { lazyPage } from '../layout/lazy-page.ts';

export const alertes = {
  name: 'alertes',
  list: lazyPage(() => import('./alerte-list.tsx'), 'AlerteList'),
  show: lazyPage(() => import('./alerte-show.tsx'), 'AlerteShow'),
  recordRepresentation: 'libelle',
};
