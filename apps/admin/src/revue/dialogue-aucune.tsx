import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { Acteur, MotifAucune } from '../contract/formation.ts';
import { ChoixRefus, REFUS_INITIAL, useActeurDe } from './choix-refus.tsx';

/** Asks why no certification fits and who must act: both are part of the decision. */
export const DialogueAucune = ({
  onValider,
  onClose,
}: {
  onValider: (motif: MotifAucune, acteur: Acteur, commentaire: string) => void;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const id = useId();
  const [refus, setRefus] = useState(REFUS_INITIAL);
  const acteurDe = useActeurDe();
  const t = (key: string) => translate(`concordance.revue.aucuneDialogue.${key}`);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onValider(refus.motif, acteurDe(refus), refus.commentaire.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <Box component="form" onSubmit={submit}>
        <DialogTitle id={id}>{t('titre')}</DialogTitle>
        <DialogContent>
          <ChoixRefus refus={refus} onChange={setRefus} autoFocus />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('valider')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
};
