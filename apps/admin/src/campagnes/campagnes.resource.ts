import { lazyPage } from '../layout/lazy-page.ts';

export const campagnes = {
  name: 'campagnes',
  list: lazyPage(() => import('./campagne-list.tsx'), 'CampagneList'),
  show: lazyPage(() => import('./campagne-show.tsx'), 'CampagneShow'),
  create: lazyPage(() => import('./campagne-create.tsx'), 'CampagneCreate'),
  recordRepresentation: 'nom',
};
