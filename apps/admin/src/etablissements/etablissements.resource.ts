import { lazyPage } from '../layout/lazy-page.ts';

export const etablissements = {
  name: 'etablissements',
  list: lazyPage(() => import('./etablissement-list.tsx'), 'EtablissementList'),
  show: lazyPage(() => import('./etablissement-show.tsx'), 'EtablissementShow'),
  recordRepresentation: 'nom',
};
