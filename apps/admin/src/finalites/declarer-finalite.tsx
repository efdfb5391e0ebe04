import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';

/** Declares why the speed of decisions is measured, on what legal ground, and how far back it looks. */
export const DeclarerFinalite = () => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.finalites.${key}`);
  const { run, pending } = useCommande();
  const [finalite, setFinalite] = useState('');
  const [baseLegale, setBaseLegale] = useState('');
  const [dureeJours, setDureeJours] = useState('90');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void run(
      () =>
        commands.declarerFinalite({
          traitement: 'vitesse',
          finalite: finalite.trim(),
          baseLegale: baseLegale.trim(),
          dureeJours: Number(dureeJours),
        }),
      'concordance.finalites.enregistree',
    );
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: '4px', mt: '16px' }}>
      <Typography variant="h3">{t('declarer')}</Typography>
      <TextField
        label={t('finalite')}
        helperText={t('finaliteAide')}
        value={finalite}
        onChange={({ target }) => setFinalite(target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { minLength: 10, maxLength: 1000 } }}
      />
      <TextField
        label={t('baseLegale')}
        helperText={t('baseLegaleAide')}
        value={baseLegale}
        onChange={({ target }) => setBaseLegale(target.value)}
        required
        slotProps={{ htmlInput: { minLength: 3, maxLength: 500, autoComplete: 'off' } }}
      />
      <TextField
        type="number"
        label={t('dureeJours')}
        helperText={t('dureeAide')}
        value={dureeJours}
        onChange={({ target }) => setDureeJours(target.value)}
        required
        slotProps={{ htmlInput: { min: 1, max: 400 } }}
        sx={{ maxWidth: 320 }}
      />
      <Button type="submit" variant="contained" disabled={pending} sx={{ justifySelf: 'start', mt: '8px' }}>
        {t('declarer')}
      </Button>
    </Box>
  );
};
