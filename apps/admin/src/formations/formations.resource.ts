import { lazyPage } from '../layout/lazy-page.ts';

export const formations = {
  name: 'formations',
  list: lazyPage(() => import('./formation-list.tsx'), 'FormationList'),
  show: lazyPage(() => import('./formation-show.tsx'), 'FormationShow'),
  recordRepresentation: 'libelle',
};
