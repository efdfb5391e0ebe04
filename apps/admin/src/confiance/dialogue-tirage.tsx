import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { commandsRevue } from '../providers/commands-revue.ts';
import { useCommande } from '../providers/use-commande.ts';

/** Draws a sample: of what was accepted, or of a band of scores that one would rather not read whole. */
export const DialogueTirage = ({ campagneId, onClose }: { campagneId: string; onClose: () => void }) => {
  const translate = useTranslate();
  const id = useId();
  const { run, pending } = useCommande();
  const [genre, setGenre] = useState<'audit' | 'bande'>('audit');
  const [nombres, setNombres] = useState({ taille: 60, de: 70, a: 90, risque: 5 });
  const t = (key: string) => translate(`concordance.confiance.${key}`);
  const nombre = (name: keyof typeof nombres, label: string, min: number, max: number) => (
    <TextField
      type="number"
      label={label}
      value={nombres[name]}
      onChange={(event) => setNombres({ ...nombres, [name]: Number(event.target.value) })}
      slotProps={{ htmlInput: { min, max } }}
      required
      sx={{ maxWidth: 180 }}
    />
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const { taille, de, a, risque } = nombres;
    const tirage =
      genre === 'audit'
        ? { genre, campagneId, taille }
        : { genre, campagneId, taille, confianceMin: de / 100, confianceMax: a / 100, risque: risque / 100 };
    void run(() => commandsRevue.tirer(tirage), 'concordance.confiance.tirage').then(onClose);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <Box component="form" onSubmit={submit}>
        <DialogTitle id={id}>{t('tirer')}</DialogTitle>
        <DialogContent>
          <RadioGroup
            aria-labelledby={id}
            value={genre}
            onChange={(_, value) => setGenre(value as 'audit' | 'bande')}
          >
            {(['audit', 'bande'] as const).map((value) => (
              <FormControlLabel key={value} value={value} control={<Radio />} label={t(`genre.${value}`)} />
            ))}
          </RadioGroup>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
            {nombre('taille', t('taille'), 1, 2000)}
            {genre === 'bande' ? (
              <>
                {nombre('de', `${t('bornes')}, ${t('de')}`, 0, 100)}
                {nombre('a', `${t('bornes')}, ${t('a')}`, 0, 100)}
                {nombre('risque', t('risque'), 1, 50)}
              </>
            ) : null}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={pending}>
            {t('tirer')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
};
