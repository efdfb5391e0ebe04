import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatDuration, formatNumber } from '../affichage/formats.ts';
import type { Execution } from '../contract/campagne.ts';

/** How often a run under way is read again. */
export const POLL_MS = 1000;

export const isActive = ({ statut }: Pick<Execution, 'statut'>): boolean =>
  statut === 'en_attente' || statut === 'en_cours';

/** Whether its review queue is being opened. */
export const ouvreSaFile = ({ file }: Partial<Pick<Execution, 'file'>>): boolean => file?.terminee === false;

/** Whether a page must be read again to follow it: under way, or opening its queue. */
export const estSuivi = (travail: Pick<Execution, 'statut'> & Partial<Pick<Execution, 'file'>>): boolean =>
  isActive(travail) || ouvreSaFile(travail);

/** A bar, and the same in words. @param pct null while nothing can be counted */
const Barre = ({ pct, label, texte }: { pct: number | null; label: string; texte: string }) => (
  <Box sx={{ width: '100%', minWidth: 0 }}>
    <LinearProgress
      variant={pct === null ? 'indeterminate' : 'determinate'}
      value={pct ?? 0}
      aria-label={label}
      sx={{ height: 10, borderRadius: '4px' }}
    />
    <Typography color="text.secondary" sx={{ mt: '4px', fontSize: '0.875rem' }}>
      {texte}
    </Typography>
  </Box>
);

const share = (done: number, total: number): number => (total > 0 ? Math.floor((done / total) * 100) : 0);

/** Progress of the opening of the review queue of a run that has ended; nothing once it is open. */
export const Ouverture = ({ execution: { file } }: { execution: Execution }) => {
  const translate = useTranslate();
  if (file === null || file.terminee) return null;
  const said = { pct: share(file.ouverts, file.total), message: file.erreur ?? '' };
  const nombres = { faits: formatNumber(file.ouverts), total: formatNumber(file.total) };
  return (
    <Box role="status" sx={{ display: 'grid', gap: '8px' }}>
      <Barre
        pct={said.pct}
        label={translate('concordance.executions.ouvertureAvancement', said)}
        texte={translate('concordance.executions.ouverture', nombres)}
      />
      {file.erreur === null ? null : (
        <Alert severity="warning">{translate('concordance.executions.ouvertureErreur', said)}</Alert>
      )}
    </Box>
  );
};

/** Progress of a run under way: a bar, then rows, rate and time left in words. */
export const Progression = ({ execution }: { execution: Execution }) => {
  const translate = useTranslate();
  const { nbFormations, nbFormationsTraitees, debit, resteSecondes, statut } = execution;
  const pct = share(nbFormationsTraitees, nbFormations);
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
    <Barre
      pct={waiting ? null : pct}
      label={translate('concordance.executions.progression', { pct })}
      texte={text}
    />
  );
};
