import { useTranslate } from 'react-admin';
import type { Instantane } from '../contract/campagne.ts';

/** The name of a table in words: the server's where it gives one, else ours, else its id. */
export const useLibelleTable = () => {
  const translate = useTranslate();
  return ({ table, tableLibelle }: Pick<Instantane, 'table' | 'tableLibelle'>): string =>
    tableLibelle ?? translate(`concordance.valeurs.table.${table}`, { _: table });
};
