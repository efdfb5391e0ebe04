import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { JugementLigne } from './historique.tsx';

/** Shows what taking a decision back changes, then takes it back. */
export const DialogueAnnulation = ({
  revueId,
  onValider,
  onClose,
}: {
  revueId: string;
  onValider: (version: number) => void;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const id = useId();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['annulation', revueId],
    queryFn: ({ signal }) => commandsRevue.apercuAnnulation(revueId, signal),
    // What it changes is true at this moment only.
    gcTime: 0,
  });
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.annulation.${key}`, values);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{t('titre')}</DialogTitle>
      <DialogContent>
        {isPending ? <Chargement /> : null}
        {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
        {data ? (
          <>
            <Box sx={{ mb: '12px', pl: '12px', borderLeft: '4px solid', borderColor: 'primary.main' }}>
              <JugementLigne jugement={data.jugement} />
            </Box>
            {data.possible ? (
              <Typography>{t('retour', { smart_count: data.nbFormations })}</Typography>
            ) : (
              <Alert severity="warning">{data.raison}</Alert>
            )}
            {data.campagnes.length > 0 ? (
              <Box component="ul" sx={{ my: '8px', pl: '20px' }}>
                {data.campagnes.map(({ campagneId, nom, nbFormations, publiee }) => (
                  <li key={campagneId}>
                    {nom} : {formatNumber(nbFormations)} {publiee ? t('publiee') : null}
                  </li>
                ))}
              </Box>
            ) : null}
            {data.exports.length > 0 ? (
              <Alert severity="info">
                {t('exports')}
                <Box component="ul" sx={{ m: 0, pl: '20px' }}>
                  {data.exports.map(({ id: exportId, campagneNom, creeLe }) => (
                    <li key={exportId}>
                      {campagneNom}, {formatInstant(creeLe)}
                    </li>
                  ))}
                </Box>
              </Alert>
            ) : null}
          </>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        {data?.possible ? (
          <Button variant="contained" autoFocus onClick={() => onValider(data.jugement.version)}>
            {t('valider')}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
};
