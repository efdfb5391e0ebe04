import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import type { RapportCouverture } from '../contract/couverture.ts';
import { difference, share } from './parts.ts';

/** The rate, what each moment brings, and what it was. */
export const ResumeCouverture = ({ rapport, avec }: { rapport: RapportCouverture; avec: string }) => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.couverture.${key}`, values);
  const { total, couvert, poids, moments, comparaison } = rapport;
  return (
    <Bloc titre={t('ensemble')}>
      <Box
        sx={{ display: 'grid', gap: '16px 48px', gridTemplateColumns: { md: 'minmax(0,1fr) minmax(0,1fr)' } }}
      >
        <Box>
          <Typography component="p" sx={{ fontSize: '2.25rem', fontWeight: 700, lineHeight: 1.1 }}>
            {share(couvert, total)}
          </Typography>
          <Typography>
            {t('couvertSur', {
              couvert: formatNumber(couvert),
              total: formatNumber(total),
              poids: t(`unites.${poids}`),
            })}
          </Typography>
          {comparaison ? (
            <Typography sx={{ mt: '8px' }}>
              {comparaison.ecartPoints === null
                ? t('rienAComparer')
                : t('evolution', {
                    points: difference(comparaison.ecartPoints),
                    couverts: difference(couvert - comparaison.couvert),
                    nom: comparaison.campagneNom,
                    date: comparaison.termineeLe ? formatInstant(comparaison.termineeLe) : '',
                  })}
            </Typography>
          ) : avec ? (
            <Typography sx={{ mt: '8px' }}>{t(`pasDe.${avec}`)}</Typography>
          ) : null}
        </Box>
        <Box
          component="ol"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '10px', alignContent: 'start' }}
        >
          {moments.map(({ moment, total: of, couvert: n }) => (
            <li key={moment}>
              <Box
                sx={{ display: 'flex', justifyContent: 'space-between', gap: '8px', fontSize: '0.9375rem' }}
              >
                <span>{t(`moments.${moment}`)}</span>
                <strong>{share(n, of)}</strong>
              </Box>
              <LinearProgress
                variant="determinate"
                value={of === 0 ? 0 : (n / of) * 100}
                aria-label={t(`moments.${moment}`)}
                sx={{ height: 8, borderRadius: '4px' }}
              />
            </li>
          ))}
        </Box>
      </Box>
    </Bloc>
  );
};
