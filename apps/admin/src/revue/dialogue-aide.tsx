import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { LegendeComparaison } from './libelle-compare.tsx';
import { TOUCHES } from './raccourcis.ts';

/** The keys, and what the signs of the comparison mean. */
export const DialogueAide = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const id = useId();
  const t = (key: string) => translate(`concordance.revue.raccourcis.${key}`);
  const rows = [{ action: 'choisir', affichage: '1 – 9' }, ...TOUCHES];
  return (
    <Dialog open onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('titre')}</DialogTitle>
      <DialogContent>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('touche')}</TableCell>
              <TableCell>{t('action')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ action, affichage }) => (
              <TableRow key={action}>
                <TableCell component="th" scope="row">
                  <kbd>{affichage}</kbd>
                </TableCell>
                <TableCell>{t(action)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Typography color="text.secondary" sx={{ my: '12px', fontSize: '0.875rem' }}>
          {t('note')}
        </Typography>
        <Typography variant="h3" sx={{ mb: '8px' }}>
          {translate('concordance.revue.diff.legende')}
        </Typography>
        <LegendeComparaison />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} autoFocus>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
