import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Jugement } from '../contract/formation.ts';
import { JugementLigne } from './historique.tsx';

/** Someone decided first: their decision is shown, and ours was not recorded. */
export const DialogueConflit = ({
  jugement,
  message,
  onRecharger,
  onSuivante,
}: {
  jugement: Jugement | null;
  message: string;
  onRecharger: () => void;
  onSuivante: () => void;
}) => {
  const translate = useTranslate();
  const id = useId();
  const t = (key: string) => translate(`concordance.revue.conflit.${key}`);
  return (
    <Dialog open onClose={onRecharger} aria-labelledby={id}>
      <DialogTitle id={id}>{t('titre')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ color: 'text.primary' }}>
          {jugement ? t('texte') : message}
        </DialogContentText>
        {jugement ? (
          <Box sx={{ mt: '16px', pl: '12px', borderLeft: '4px solid', borderColor: 'primary.main' }}>
            <JugementLigne jugement={jugement} />
          </Box>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onSuivante}>{t('suivante')}</Button>
        <Button variant="contained" onClick={onRecharger} autoFocus>
          {t('recharger')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
