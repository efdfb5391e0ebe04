import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AdminContext, memoryStore } from 'react-admin';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { i18nProvider } from '../src/i18n/i18n-provider.ts';
import { createAuthProvider } from '../src/providers/auth-provider.ts';
import { dataProvider } from '../src/providers/data-provider.ts';
import { createQueryClient } from '../src/providers/query-client.ts';

/** Draws a page at its route, with the application's own providers over the fake API. */
export const renderPage = (page: ReactNode, { at, path }: { at: string; path: string }) =>
  render(
    <MemoryRouter initialEntries={[at]}>
      <AdminContext
        dataProvider={dataProvider}
        authProvider={createAuthProvider()}
        i18nProvider={i18nProvider}
        queryClient={createQueryClient({ retries: 0 })}
        store={memoryStore()}
      >
        <h1 id="react-admin-title" />
        <Routes>
          <Route path={path} element={page} />
          <Route path="*" element={<p>Autre page</p>} />
        </Routes>
      </AdminContext>
    </MemoryRouter>,
  );
