import { useTranslate } from 'react-admin';

/** A closed list of values as the choices of a filter, in words. */
export const useChoix = (liste: string, ids: readonly string[]): { id: string; name: string }[] => {
  const translate = useTranslate();
  return ids.map((id) => ({ id, name: translate(`concordance.valeurs.${liste}.${id}`) }));
};
