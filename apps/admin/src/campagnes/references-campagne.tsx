import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAccess, useGetList, useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import type { Campagne, Instantane } from '../contract/campagne.ts';
import type { References } from '../contract/instantane.ts';
import { useLibelleTable } from '../imports/libelle-table.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';

/** The two choices of snapshots of a campaign: what the engine reads, and what its establishments are checked against. */
export type GenreEpingle = 'references' | 'etablissements';

const useLibelle = () => {
  const translate = useTranslate();
  const libelleTable = useLibelleTable();
  return (instantane: Instantane) =>
    [
      libelleTable(instantane),
      instantane.millesime,
      instantane.statut === 'retire' ? translate('concordance.valeurs.statutInstantane.retire') : '',
    ]
      .filter(Boolean)
      .join(' · ');
};

const Choix = ({
  campagneId,
  genre,
  references,
  onClose,
}: {
  campagneId: string;
  genre: GenreEpingle;
  references: References;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const libelle = useLibelle();
  const { run, pending } = useCommande();
  const [chosen, setChosen] = useState(() => new Set(references.data.map(({ id }) => id)));
  const { data, error, isPending, refetch } = useGetList<Instantane>('instantanes', {
    pagination: { page: 1, perPage: 1000 },
    sort: { field: 'table', order: 'ASC' },
  });
  const t = (key: string) => translate(`concordance.epingles.${genre}.${key}`);
  const pin = async (ids: string[] | null) => {
    const done = `concordance.epingles.${genre}.enregistres`;
    // What was chosen stays on the screen where it could not be kept.
    if (await run(() => commands.epingler(genre, campagneId, ids), done)) onClose();
  };
  const choices = (data ?? []).filter(
    ({ id, table, statut }) =>
      references.tables.includes(table) && (['utilisable', 'retire'].includes(statut) || chosen.has(id)),
  );
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={`${genre}-titre`}>
      <DialogTitle id={`${genre}-titre`}>{t('choisir')}</DialogTitle>
      <DialogContent>
        {isPending ? <Chargement /> : null}
        {error ? (
          <Erreur
            titre={translate('concordance.erreurs.titre')}
            error={error}
            onRetry={() => void refetch()}
          />
        ) : null}
        <Box role="group" aria-labelledby={`${genre}-titre`} sx={{ display: 'grid' }}>
          {choices.map((instantane) => (
            <FormControlLabel
              key={instantane.id}
              control={
                <Checkbox
                  checked={chosen.has(instantane.id)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.target.checked) next.add(instantane.id);
                    else next.delete(instantane.id);
                    setChosen(next);
                  }}
                />
              }
              label={`${libelle(instantane)} (${instantane.nom})`}
            />
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button disabled={pending} onClick={() => void pin(null)}>
          {translate('concordance.epingles.suivre')}
        </Button>
        <Button
          variant="contained"
          disabled={pending || chosen.size === 0}
          onClick={() => void pin([...chosen])}
        >
          {translate('concordance.epingles.epingler')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

/** Snapshots of the campaign's next run: its own choice, or those in use. */
export const ReferencesCampagne = ({ campagne, genre }: { campagne: Campagne; genre: GenreEpingle }) => {
  const translate = useTranslate();
  const libelle = useLibelle();
  const [choosing, setChoosing] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'campagnes', action: 'epingler' });
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['campagnes', genre, campagne.id],
    queryFn: ({ signal }) => commands.epingles(genre, campagne.id, signal),
  });
  const t = (key: string) => translate(`concordance.epingles.${genre}.${key}`);
  const close = () => {
    setChoosing(false);
    void refetch();
  };
  return (
    <Bloc
      titre={t('titre')}
      action={
        canAccess && data ? (
          <Button startIcon={<PushPinOutlined />} onClick={() => setChoosing(true)}>
            {translate('concordance.epingles.bouton')}
          </Button>
        ) : null
      }
    >
      {isPending ? <Chargement /> : null}
      {error ? (
        <Erreur titre={translate('concordance.erreurs.titre')} error={error} onRetry={() => void refetch()} />
      ) : null}
      {data ? (
        <>
          <Typography sx={{ mb: '8px' }}>{t(data.epinglees ? 'epingles' : 'suivis')}</Typography>
          <Box
            component="ul"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              display: 'grid',
              gap: '4px',
              // The name of a table is one long word.
              gridTemplateColumns: 'minmax(0,1fr)',
              overflowWrap: 'anywhere',
            }}
          >
            {data.data.map((instantane) => (
              <li key={instantane.id}>
                <Rangee>
                  <LienFiche to={`/instantanes/${instantane.id}/show`}>{libelle(instantane)}</LienFiche>
                </Rangee>
              </li>
            ))}
          </Box>
          {choosing ? (
            <Choix campagneId={campagne.id} genre={genre} references={data} onClose={close} />
          ) : null}
        </>
      ) : null}
    </Bloc>
  );
};
