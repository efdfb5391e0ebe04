import { lazyPage } from '../layout/lazy-page.ts';

export const executions = {
  name: 'executions',
  list: lazyPage(() => import('./execution-list.tsx'), 'ExecutionList'),
  show: lazyPage(() => import('./execution-show.tsx'), 'ExecutionShow'),
};
