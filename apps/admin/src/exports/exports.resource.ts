import { lazyPage } from '../layout/lazy-page.ts';

export const exportsJson = {
  name: 'exports',
  list: lazyPage(() => import('./export-list.tsx'), 'ExportList'),
  show: lazyPage(() => import('./export-show.tsx'), 'ExportShow'),
};
