import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatPercent } from '../affichage/formats.ts';

/** Below this no precision worth drawing: the scale shows where a figure stands among the high ones. */
const MINIMUM = 0.8;

/** A share with its interval, in words and on a scale from 80 to 100 % (lower when the interval goes lower). */
export const Intervalle = ({ valeur, basse, haute }: { valeur: number; basse: number; haute: number }) => {
  const translate = useTranslate();
  const from = Math.min(MINIMUM, Math.floor(basse * 10) / 10);
  const at = (value: number) => `${((value - from) / (1 - from)) * 100}%`;
  return (
    <>
      <Typography component="p" sx={{ fontSize: '2.25rem', fontWeight: 700, lineHeight: 1.1 }}>
        {formatPercent(valeur)}
      </Typography>
      <Typography>
        {translate('concordance.confiance.valeur', {
          valeur: formatPercent(valeur),
          basse: formatPercent(basse),
          haute: formatPercent(haute),
        })}
      </Typography>
      <Box aria-hidden sx={{ position: 'relative', height: 16, mt: '8px', backgroundColor: 'action.hover' }}>
        <Box
          sx={{
            position: 'absolute',
            left: at(basse),
            width: `calc(${at(haute)} - ${at(basse)})`,
            top: '4px',
            bottom: '4px',
            backgroundColor: 'primary.main',
            opacity: 0.4,
          }}
        />
        <Box
          sx={{
            position: 'absolute',
            left: `calc(${at(valeur)} - 2px)`,
            width: 4,
            top: 0,
            bottom: 0,
            backgroundColor: 'primary.main',
          }}
        />
      </Box>
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: '0.8125rem',
          color: 'text.secondary',
        }}
      >
        <span>{formatPercent(from)}</span>
        <span>{formatPercent(1)}</span>
      </Box>
    </>
  );
};
