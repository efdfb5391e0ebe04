import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetList, useStore, useTranslate } from 'react-admin';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import type { Campagne } from '../contract/campagne.ts';

/** The newest campaign. */
const premiere = (campagnes: readonly Campagne[]): Campagne | undefined => campagnes[0];

/** A page about one campaign at a time: its choice, remembered by this browser, then what is shown of it. */
export const ParCampagne = ({
  souvenir,
  erreur,
  defaut = premiere,
  children,
}: {
  /** Key of the browser's store under which the choice is kept. */
  souvenir: string;
  /** Said when the campaigns cannot be read. */
  erreur: string;
  /** The campaign shown while none was chosen, or once the one chosen is gone; given the newest first. */
  defaut?: (campagnes: readonly Campagne[]) => Campagne | undefined;
  children: (campagneId: string) => ReactNode;
}) => {
  const translate = useTranslate();
  const [chosen, setChosen] = useStore(souvenir, '');
  const {
    data: campagnes,
    error,
    isPending,
    refetch,
  } = useGetList<Campagne>('campagnes', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'creeeLe', order: 'DESC' },
  });
  const campagneId =
    campagnes?.find(({ id }) => id === chosen)?.id ?? (campagnes && defaut(campagnes))?.id ?? null;
  return (
    <>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={erreur} error={error} onRetry={() => void refetch()} /> : null}
      {campagnes && campagneId === null ? <Vide>{translate('concordance.campagnes.vide')}</Vide> : null}
      {campagnes && campagneId !== null ? (
        <>
          <TextField
            select
            label={translate('resources.campagnes.name', { smart_count: 1 })}
            value={campagneId}
            onChange={(event) => setChosen(event.target.value)}
            sx={{ maxWidth: 420, m: 0 }}
          >
            {campagnes.map(({ id, nom }) => (
              <MenuItem key={id} value={id}>
                {nom}
              </MenuItem>
            ))}
          </TextField>
          {children(campagneId)}
        </>
      ) : null}
    </>
  );
};
