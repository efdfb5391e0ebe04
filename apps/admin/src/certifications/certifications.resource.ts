import { lazyPage } from '../layout/lazy-page.ts';

export const certifications = {
  name: 'certifications',
  list: lazyPage(() => import('./certification-list.tsx'), 'CertificationList'),
  show: lazyPage(() => import('./certification-show.tsx'), 'CertificationShow'),
  recordRepresentation: 'libelle',
};
