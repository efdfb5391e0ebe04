import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  List,
  ListItem,
  ListItemButton,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useEffect, useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useValidite } from '../affichage/validite.ts';
import type { Certification } from '../contract/formation.ts';

const LONGUEUR_MINIMALE = 2;
const DELAI_MS = 200;

const useDebounced = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), DELAI_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};

/** Searches every certification of the references in force, for when none of the candidates is the right one. */
export const DialogueRecherche = ({
  onChoisir,
  onClose,
}: {
  onChoisir: (certification: Certification) => void;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const validite = useValidite();
  const id = useId();
  const [texte, setTexte] = useState('');
  const [ouvertes, setOuvertes] = useState(true);
  const q = useDebounced(texte.trim());
  const enabled = q.length >= LONGUEUR_MINIMALE;
  const { data, total, error, isFetching } = useGetList<Certification>(
    'certifications',
    {
      pagination: { page: 1, perPage: 20 },
      sort: { field: 'pertinence', order: 'ASC' },
      filter: { q, ...(ouvertes ? { ouvertes: true } : {}) },
    },
    { enabled },
  );
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.recherche.${key}`, values);
  const found = enabled && data ? data : [];
  const status = !enabled
    ? t('aide')
    : isFetching
      ? translate('concordance.application.chargement')
      : found.length === 0
        ? t('aucun')
        : t('resultats', { smart_count: total ?? found.length });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id}>{t('titre')}</DialogTitle>
      <DialogContent sx={{ minHeight: 320 }}>
        <TextField
          autoFocus
          type="search"
          label={t('champ')}
          value={texte}
          onChange={(event) => setTexte(event.target.value)}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        <FormControlLabel
          control={<Switch checked={ouvertes} onChange={(_, checked) => setOuvertes(checked)} />}
          label={t('ouvertes')}
        />
        <Typography role="status" color="text.secondary" sx={{ mt: '8px' }}>
          {error ? null : status}
        </Typography>
        {error ? (
          <Alert severity="error">{error instanceof Error ? error.message : String(error)}</Alert>
        ) : null}
        <List disablePadding>
          {found.map((certification) => (
            <ListItem key={certification.code} disablePadding divider>
              <ListItemButton onClick={() => onChoisir(certification)} sx={{ display: 'block' }}>
                <Box sx={{ fontWeight: 500 }}>{certification.libelle}</Box>
                <Box sx={{ fontSize: '0.875rem' }}>
                  <code>{certification.code}</code> ·{' '}
                  {[certification.famille, validite(certification)].filter(Boolean).join(' · ')}
                </Box>
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
};
