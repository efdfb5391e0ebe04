import { lazyPage } from '../layout/lazy-page.ts';

export const planifications = {
  name: 'planifications',
  list: lazyPage(() => import('./planification-list.tsx'), 'PlanificationList'),
  create: lazyPage(() => import('./planification-create.tsx'), 'PlanificationCreate'),
  edit: lazyPage(() => import('./planification-edit.tsx'), 'PlanificationEdit'),
  recordRepresentation: 'nom',
};
