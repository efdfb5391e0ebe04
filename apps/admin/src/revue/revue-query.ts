import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDataProvider, useLocation } from 'react-admin';
import type { RevueDetail } from '../contract/formation.ts';
import type { FiltreRevue } from '../providers/commands-revue.ts';
import { DETAIL } from '../providers/detail.ts';

/** An item read ahead is shown as it is for this long; a decision on it is checked by its version anyway. */
export const FRAICHEUR_MS = 15_000;

/** The key under which react-admin's `useGetOne` keeps a review item. */
export const revueKey = (id: string) => ['revues', 'getOne', { id, meta: DETAIL }] as const;

/** Reads the next item ahead, so that it shows at once after a decision. */
export const usePrefetchRevue = (id: string | null): void => {
  const queryClient = useQueryClient();
  const dataProvider = useDataProvider();
  useEffect(() => {
    if (id === null) return;
    void queryClient
      .query({
        queryKey: revueKey(id),
        queryFn: async () => (await dataProvider.getOne<RevueDetail>('revues', { id })).data,
        staleTime: FRAICHEUR_MS,
      })
      // Reading ahead is a comfort: the page itself says what fails.
      .catch(() => undefined);
  }, [id, queryClient, dataProvider]);
};

/** What the queue is filtered by: in the address, so that it can be shared and survives a reload. */
export const useFiltreRevue = (): FiltreRevue => {
  const { search } = useLocation();
  try {
    const filtre: unknown = JSON.parse(new URLSearchParams(search).get('filter') ?? '{}');
    return typeof filtre === 'object' && filtre !== null ? (filtre as FiltreRevue) : {};
  } catch {
    return {};
  }
};

/** The address of an item within a filtered queue. */
export const revuePath = (id: string, filtre: FiltreRevue = {}): string => {
  const kept = Object.entries(filtre).filter(([, value]) => value !== undefined && value !== '');
  const query =
    kept.length > 0 ? `?filter=${encodeURIComponent(JSON.stringify(Object.fromEntries(kept)))}` : '';
  return `/revues/${encodeURIComponent(id)}/show${query}`;
};
