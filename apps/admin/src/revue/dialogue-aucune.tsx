import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { MOTIFS_AUCUNE, type MotifAucune } from '../contract/formation.ts';

/** Asks why no certification fits: the reason is part of the decision. */
export const DialogueAucune = ({
  onValider,
  onClose,
}: {
  onValider: (motif: MotifAucune, commentaire: string) => void;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const id = useId();
  const [motif, setMotif] = useState<MotifAucune>(MOTIFS_AUCUNE[0]);
  const [commentaire, setCommentaire] = useState('');
  const t = (key: string) => translate(`concordance.revue.aucuneDialogue.${key}`);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onValider(motif, commentaire.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={`${id}-titre`}>
      <Box component="form" onSubmit={submit}>
        <DialogTitle id={`${id}-titre`}>{t('titre')}</DialogTitle>
        <DialogContent>
          <FormLabel id={`${id}-motif`}>{t('motif')}</FormLabel>
          <RadioGroup
            aria-labelledby={`${id}-motif`}
            value={motif}
            onChange={(_, value) => setMotif(value as MotifAucune)}
          >
            {MOTIFS_AUCUNE.map((value, index) => (
              <FormControlLabel
                key={value}
                value={value}
                control={<Radio autoFocus={index === 0} />}
                label={translate(`concordance.valeurs.motifAucune.${value}`)}
              />
            ))}
          </RadioGroup>
          <TextField
            label={t('commentaire')}
            value={commentaire}
            onChange={(event) => setCommentaire(event.target.value)}
            multiline
            maxRows={4}
            sx={{ mt: '16px' }}
          />
          {motif === 'autre' && commentaire.trim() === '' ? (
            <Alert severity="info" sx={{ mt: '8px' }}>
              {t('preciser')}
            </Alert>
          ) : null}
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
