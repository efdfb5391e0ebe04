import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatDuration, formatInstant, formatNumber } from '../affichage/formats.ts';
import type { Collecte } from '../contract/collecte.ts';

/** Progress of an import by API: a bar, then steps, lines and time left in words, or until when it waits. */
export const Avancement = ({ collecte }: { collecte: Collecte }) => {
  const translate = useTranslate();
  const { faites, total, lignes, resteMs, etape, attenteJusqua, statut } = collecte;
  const say = (key: string, values?: object) => translate(`concordance.collectes.${key}`, values);
  const known = total !== null && total > 0;
  const pct = known ? Math.floor((faites / total) * 100) : 0;
  const texts = [
    known ? say('etapes', { faites: formatNumber(faites), total: formatNumber(total) }) : null,
    lignes > 0 ? say('lignes', { n: formatNumber(lignes) }) : null,
    resteMs === null ? null : say('reste', { duree: formatDuration(resteMs / 1000) }),
  ];
  const doing = attenteJusqua
    ? say('attente', { heure: formatInstant(attenteJusqua) })
    : (etape ?? say('file'));
  return (
    <Box sx={{ width: '100%', minWidth: 0 }}>
      <LinearProgress
        variant={known ? 'determinate' : 'indeterminate'}
        value={pct}
        aria-label={say('progression', { source: collecte.source, pct })}
        sx={{ height: 10, borderRadius: '4px' }}
      />
      <Typography color="text.secondary" sx={{ mt: '4px', fontSize: '0.875rem' }}>
        {texts.filter((text) => text !== null).join(' · ')}
      </Typography>
      <Typography sx={{ fontSize: '0.875rem' }}>
        {statut === 'en_attente' && !attenteJusqua ? say('file') : doing}
      </Typography>
    </Box>
  );
};
