import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { LegendeComparaison } from './libelle-compare.tsx';
import {
  ACTIONS,
  affichage,
  dejaPrise,
  proposee,
  TOUCHES,
  type ReviewAction,
  type Touches,
} from './raccourcis.ts';

const useAide = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.raccourcis.${key}`, values);
};

/** One action: whether it has a key, and which. The field takes the next key pressed; Tab and Échap stay free. */
const Ligne = ({
  action,
  touches,
  onChange,
}: {
  action: ReviewAction;
  touches: Touches;
  onChange: (touches: Touches) => void;
}) => {
  const t = useAide();
  const [erreur, setErreur] = useState('');
  const key = touches[action];
  const set = (wanted: string) => {
    const owner = dejaPrise(touches, action, wanted);
    setErreur(owner ? t('prise', { touche: affichage(wanted), action: t(owner) }) : '');
    if (!owner) onChange({ ...touches, [action]: wanted });
  };
  const toggle = (on: boolean) => {
    if (!on) onChange({ ...touches, [action]: null });
    else if (TOUCHES[action]) set(TOUCHES[action]);
  };
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {t(action)}
      </TableCell>
      <TableCell sx={{ width: 150 }}>
        <TextField
          size="small"
          variant="outlined"
          value={key === null ? '–' : affichage(key)}
          disabled={key === null}
          error={erreur !== ''}
          helperText={erreur || undefined}
          onKeyDown={(event) => {
            const wanted = event.ctrlKey || event.metaKey || event.altKey ? null : proposee(event.key);
            if (wanted === null) return;
            event.preventDefault();
            set(wanted);
          }}
          slotProps={{ htmlInput: { readOnly: true, 'aria-label': t('toucheDe', { action: t(action) }) } }}
          sx={{ m: 0 }}
        />
      </TableCell>
      <TableCell>
        <Switch
          checked={key !== null}
          onChange={(_, on) => toggle(on)}
          slotProps={{ input: { 'aria-label': t('activerUne', { action: t(action) }) } }}
        />
      </TableCell>
    </TableRow>
  );
};

/** The keys, each of which can be changed or switched off (RGAA 12.10), and the signs of the comparison. */
export const DialogueAide = ({
  touches,
  onChange,
  onClose,
}: {
  touches: Touches;
  onChange: (touches: Touches) => void;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const id = useId();
  const t = useAide();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{t('titre')}</DialogTitle>
      <DialogContent>
        <Table size="small" sx={{ '& td, & th': { px: '6px' } }}>
          <TableHead>
            <TableRow>
              <TableCell>{t('action')}</TableCell>
              <TableCell>{t('touche')}</TableCell>
              <TableCell>{t('active')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            <TableRow>
              <TableCell component="th" scope="row">
                {t('choisir')}
              </TableCell>
              <TableCell>
                <kbd>1 – 9</kbd>
              </TableCell>
              <TableCell>
                <Switch
                  checked={touches.choisir}
                  onChange={(_, choisir) => onChange({ ...touches, choisir })}
                  slotProps={{ input: { 'aria-label': t('activerUne', { action: t('choisir') }) } }}
                />
              </TableCell>
            </TableRow>
            {ACTIONS.map((action) => (
              <Ligne key={action} action={action} touches={touches} onChange={onChange} />
            ))}
          </TableBody>
        </Table>
        <Typography color="text.secondary" sx={{ my: '12px', fontSize: '0.875rem' }}>
          {t('note')}
        </Typography>
        <Typography variant="h3" component="h3" sx={{ mb: '8px' }}>
          {translate('concordance.revue.diff.legende')}
        </Typography>
        <LegendeComparaison />
      </DialogContent>
      <DialogActions>
        <Box sx={{ flexGrow: 1 }}>
          <Button onClick={() => onChange(TOUCHES)}>{t('defaut')}</Button>
        </Box>
        <Button variant="contained" onClick={onClose} autoFocus>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
