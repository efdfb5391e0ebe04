import BookmarksOutlined from '@mui/icons-material/BookmarksOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  IconButton,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  Switch,
  TextField,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type SyntheticEvent } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { commandsRevue } from '../providers/commands-revue.ts';
import { useCommande } from '../providers/use-commande.ts';
import { Erreur } from './etats.tsx';

/** The filters kept under a name, by oneself or shared by others: opened in one click from the list. */
export const RequetesEnregistrees = ({ ecran }: { ecran: string }) => {
  const translate = useTranslate();
  const id = useId();
  const list = useListContext();
  const setFilters = list.setFilters;
  const { run, pending } = useCommande();
  const [open, setOpen] = useState(false);
  const [nom, setNom] = useState('');
  const [partagee, setPartagee] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['requetes', ecran],
    queryFn: ({ signal }) => commandsRevue.requetes(ecran, signal),
    enabled: open,
  });
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.requetes.${key}`, values);
  const filtre = list.filterValues as Record<string, unknown>;
  const enregistrer = (event: SyntheticEvent) => {
    event.preventDefault();
    void run(async () => {
      await commandsRevue.enregistrerRequete({ ecran, nom: nom.trim(), filtre, partagee });
      setNom('');
      await refetch();
    }, 'concordance.requetes.enregistree');
  };
  return (
    <>
      <Button variant="outlined" startIcon={<BookmarksOutlined />} onClick={() => setOpen(true)}>
        {t('titre')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={id} fullWidth maxWidth="sm">
        <DialogTitle id={id}>{t('titre')}</DialogTitle>
        <DialogContent>
          {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
          {data?.data.length === 0 ? t('aucune') : null}
          <List disablePadding>
            {(data?.data ?? []).map((requete) => (
              <ListItem
                key={requete.id}
                disablePadding
                divider
                secondaryAction={
                  requete.mienne ? (
                    <IconButton
                      edge="end"
                      aria-label={t('effacer', { nom: requete.nom })}
                      disabled={pending}
                      onClick={() =>
                        void run(async () => {
                          await commandsRevue.effacerRequete(requete.id);
                          await refetch();
                        }, 'concordance.requetes.effacee')
                      }
                    >
                      <DeleteOutlined />
                    </IconButton>
                  ) : null
                }
              >
                <ListItemButton
                  onClick={() => {
                    setFilters(requete.filtre);
                    setOpen(false);
                  }}
                >
                  <ListItemText
                    primary={requete.nom}
                    secondary={requete.mienne ? null : t('partageePar', { auteur: requete.auteur })}
                  />
                </ListItemButton>
              </ListItem>
            ))}
          </List>
          <Box component="form" onSubmit={enregistrer} sx={{ mt: '16px' }}>
            <TextField
              label={t('nom')}
              value={nom}
              onChange={(event) => setNom(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
            />
            <FormControlLabel
              control={<Switch checked={partagee} onChange={(_, on) => setPartagee(on)} />}
              label={t('partager')}
            />
            <Button type="submit" variant="outlined" disabled={pending || nom.trim() === ''}>
              {t('enregistrer')}
            </Button>
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('ra.action.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
