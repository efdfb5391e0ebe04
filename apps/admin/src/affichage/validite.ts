import { useTranslate } from 'react-admin';
import type { Candidat } from '../contract/formation.ts';
import { formatDay } from './formats.ts';

type Dates = Pick<Candidat, 'dateOuverture' | 'dateFermeture' | 'premiereSession' | 'derniereSession'>;

/** When a certification is open and which exam sessions it has, in words. */
export const useValidite = () => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.validite.${key}`, values);
  return ({ dateOuverture, dateFermeture, premiereSession, derniereSession }: Dates): string => {
    const debut = dateOuverture ? formatDay(dateOuverture) : null;
    const fin = dateFermeture ? formatDay(dateFermeture) : null;
    const dates =
      debut && fin
        ? t('duAu', { debut, fin })
        : debut
          ? t('du', { debut })
          : fin
            ? t('jusquau', { fin })
            : t('sansDate');
    const sessions =
      premiereSession && derniereSession
        ? t('sessions', { premiere: premiereSession, derniere: derniereSession })
        : premiereSession
          ? t('premiereSession', { premiere: premiereSession })
          : derniereSession
            ? t('derniereSession', { derniere: derniereSession })
            : null;
    return sessions ? `${dates}, ${sessions}` : dates;
  };
};
