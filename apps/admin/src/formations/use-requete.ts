import { useListContext } from 'react-admin';
import type { Condition } from '../contract/condition.ts';

/** The query of the list: part of its filters, so that the address, the file and a saved query hold it too. */
export const useRequete = () => {
  const list = useListContext();
  const { condition, ...others } = list.filterValues as Record<string, unknown> & { condition?: Condition };
  return {
    condition: condition ?? null,
    others,
    ask: (asked: Condition | null) =>
      list.setFilters(
        asked === null ? others : { ...others, condition: asked },
        list.displayedFilters as Record<string, unknown>,
      ),
  };
};
