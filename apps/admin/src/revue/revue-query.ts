import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDataProvider } from 'react-admin';
import { DETAIL } from '../providers/detail.ts';
import type { RevueDetail } from '../contract/formation.ts';

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
        staleTime: 15_000,
      })
      // Reading ahead is a comfort: the page itself says what fails.
      .catch(() => undefined);
  }, [id, queryClient, dataProvider]);
};
