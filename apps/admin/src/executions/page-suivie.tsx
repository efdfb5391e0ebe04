import type { ReactNode } from 'react';
import { Show, type RaRecord } from 'react-admin';
import type { Execution } from '../contract/campagne.ts';
import { estSuivi, POLL_MS } from './progression.tsx';

/** The page of a work that goes on by itself (run, export, import): read again every second until it has ended. */
export const PageSuivie = <
  Travail extends RaRecord & Pick<Execution, 'statut'> & Partial<Pick<Execution, 'file'>>,
>({
  titre,
  children,
}: {
  titre: ReactNode;
  children: ReactNode;
}) => (
  <Show<Travail>
    actions={false}
    component="div"
    title={titre}
    queryOptions={{
      refetchInterval: (query) => (query.state.data && estSuivi(query.state.data) ? POLL_MS : false),
    }}
  >
    {children}
  </Show>
);
