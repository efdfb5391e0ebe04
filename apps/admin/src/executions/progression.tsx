import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatDuration, formatNumber } from '../affichage/formats.ts';
import type { Execution } from '../contract/campagne.ts';

/** How often a run under way is read again. */
export const POLL_MS = 1000;

export const isActive = ({ statut }: Pick<Execution, 'statut'>): boolean =>
  statut === 'en_attente' || statut === 'en_cours';

/** Progress of a run under way: a bar, then rows, rate and time left in words. */
export const Progression = ({ execution }: { execution: Execution }) => {
  const translate = useTranslate();
  const { nbFormations, nbFormationsTraitees, debit, resteSecondes, statut } = execution;
  const pct = nbFormations > 0 ? Math.floor((nbFormationsTraitees / nbFormations) * 100) : 0;
  const waiting = statut === 'en_attente';
  const text = waiting
    ? translate('concordance.executions.enAttente')
    : [
        translate('concordance.executions.lignes', {
          faites: formatNumber(nbFormationsTraitees),
          total: formatNumber(nbFormations),
        }),
        debit === null
          ? null
          : translate('concordance.executions.debit', { n: formatNumber(Math.round(debit)) }),
        resteSecondes === null
          ? null
          : translate('concordance.executions.reste', { duree: formatDuration(resteSecondes) }),
      ]
        .filter((part) => part !== null)
        .join(' · ');
  return (
    <Box sx={{ width: '100%', minWidth: 0 }}>
      <LinearProgress
        variant={waiting ? 'indeterminate' : 'determinate'}
        value={pct}
        aria-label={translate('concordance.executions.progression', { pct })}
        sx={{ height: 10, borderRadius: '4px' }}
      />
      <Typography color="text.secondary" sx={{ mt: '4px', fontSize: '0.875rem' }}>
        {text}
      </Typography>
    </Box>
  );
};
