import { Box, Button, TextField } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useCommande } from '../providers/use-commande.ts';

/** One number that rules how trust is measured, changed in place. */
export const Reglage = ({
  label,
  aide,
  valeur,
  bornes,
  enregistre,
  onEnregistrer,
}: {
  label: string;
  aide: string;
  valeur: number | null;
  bornes: { min: number; max?: number; step?: number };
  /** What is said once it is kept. */
  enregistre: string;
  /** Null where the field was emptied. */
  onEnregistrer: (valeur: number | null) => Promise<unknown>;
}) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const [value, setValue] = useState(valeur === null ? '' : String(valeur));
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    void run(() => onEnregistrer(value.trim() === '' ? null : Number(value)), enregistre);
  };
  return (
    <Box
      component="form"
      onSubmit={save}
      sx={{ display: 'flex', gap: '8px', alignItems: 'start', mt: '12px' }}
    >
      <TextField
        type="number"
        label={label}
        helperText={aide}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        slotProps={{ htmlInput: bornes }}
        sx={{ m: 0, maxWidth: 320 }}
      />
      <Button type="submit" variant="outlined" disabled={pending} sx={{ mt: '8px' }}>
        {translate('ra.action.save')}
      </Button>
    </Box>
  );
};
