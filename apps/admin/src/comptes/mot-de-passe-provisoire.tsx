import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Sha256 as Copiable } from '../affichage/sha256.tsx';

/** Shows a one-time password. It closes by its button only: a stray click would lose the password for good. */
export const MotDePasseProvisoire = ({
  nom,
  motDePasse,
  onClose,
}: {
  nom: string;
  motDePasse: string;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const titleId = useId();
  return (
    <Dialog open aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('concordance.comptes.motDePasseTitre')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: '16px', color: 'text.primary' }}>
          {translate('concordance.comptes.motDePasseTexte', { nom })}
        </DialogContentText>
        <Copiable value={motDePasse} />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} autoFocus>
          {translate('concordance.comptes.motDePasseVu')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
