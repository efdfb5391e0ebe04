import CloudDownloadOutlined from '@mui/icons-material/CloudDownloadOutlined';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import type { Source } from '../contract/collecte.ts';
import { commands } from '../providers/commands.ts';
import { IdentifiantsManquants } from './identifiants-manquants.tsx';

/** Chooses a source and calls its service now; what becomes of it is followed on the collecte's own page. */
export const LancerCollecte = ({ sources }: { sources: readonly Source[] }) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const titreId = useId();
  const [open, setOpen] = useState(false);
  const [id, setId] = useState('');
  const [pending, setPending] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const say = (key: string) => translate(`concordance.collectes.${key}`);
  const connectees = sources.filter(({ connecteur }) => connecteur !== null);
  const choisie = connectees.find((source) => source.id === id);

  const lancer = async () => {
    setPending(true);
    setRefus(null);
    try {
      const { id: collecteId } = await commands.lancerCollecte(id);
      redirect('show', 'collectes', collecteId);
    } catch (error) {
      setRefus(error instanceof Error ? error.message : String(error));
      setPending(false);
    }
  };

  return (
    <>
      <Button
        variant="contained"
        startIcon={<CloudDownloadOutlined />}
        onClick={() => {
          setRefus(null);
          setOpen(true);
        }}
      >
        {say('lancer')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={titreId} fullWidth maxWidth="sm">
        <DialogTitle id={titreId}>{say('lancer')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: '12px' }}>
          <TextField
            select
            required
            autoFocus
            margin="dense"
            label={say('source')}
            helperText={choisie?.cadence ?? say('sourceAide')}
            value={id}
            onChange={({ target }) => setId(target.value)}
          >
            {connectees.map((source) => (
              <MenuItem key={source.id} value={source.id}>
                {source.libelle}
              </MenuItem>
            ))}
          </TextField>
          <IdentifiantsManquants source={choisie} />
          {refus ? <Alert severity="error">{refus}</Alert> : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('ra.action.cancel')}</Button>
          <Button variant="contained" disabled={pending || !choisie} onClick={() => void lancer()}>
            {say('lancer')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
