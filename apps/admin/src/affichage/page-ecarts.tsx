import { Box, MenuItem, TextField } from '@mui/material';
import { useQuery, type QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DemandeEcarts } from '../contract/ecarts.ts';
import { Bloc } from './bloc.tsx';
import { Chargement, Erreur, Vide } from './etats.tsx';
import { Pagination } from './pagination.tsx';

const PAR_PAGE = 25;

/** A filter of the differences: a closed list, or a text. */
export interface FiltreEcart {
  readonly nom: string;
  readonly label: string;
  readonly choix?: readonly { id: string; name: string }[];
  /** How « all » is said of it; « Toutes » unless it is told. */
  readonly tous?: string;
}

/** What differs between two things that are compared, a page at a time, with its filters. */
export const PageEcarts = <Ecart,>({
  cle,
  lire,
  filtres,
  mots,
  action,
  children,
}: {
  /** What names the pair in the cache. */
  cle: QueryKey;
  lire: (demande: DemandeEcarts, signal: AbortSignal) => Promise<{ data: Ecart[]; total: number }>;
  filtres: readonly FiltreEcart[];
  mots: { titre: string; erreur: string; aucun: string };
  /** What stands beside the title, made from the filters. */
  action?: (filtre: Record<string, string>) => ReactNode;
  children: (ecarts: Ecart[]) => ReactNode;
}) => {
  const translate = useTranslate();
  const [filtre, setFiltre] = useState<Record<string, string>>({});
  const [page, setPage] = useState(0);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...cle, filtre, page],
    queryFn: ({ signal }) => lire({ ...filtre, page: page + 1, perPage: PAR_PAGE }, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <Bloc titre={mots.titre} action={action?.(filtre)}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '12px', mb: '12px' }}>
        {filtres.map(({ nom, label, choix, tous }) => (
          <TextField
            key={nom}
            select={choix !== undefined}
            label={label}
            value={filtre[nom] ?? ''}
            onChange={({ target }) => {
              setFiltre({ ...filtre, [nom]: target.value });
              setPage(0);
            }}
            {...(choix === undefined
              ? {}
              : { slotProps: { select: { displayEmpty: true }, inputLabel: { shrink: true } } })}
            sx={{ m: 0, minWidth: 190, width: { xs: '100%', sm: 'auto' }, maxWidth: 420 }}
          >
            {choix === undefined
              ? null
              : [
                  <MenuItem key="" value="">
                    {tous ?? translate('concordance.application.toutes')}
                  </MenuItem>,
                  ...choix.map(({ id, name }) => (
                    <MenuItem key={id} value={id}>
                      {name}
                    </MenuItem>
                  )),
                ]}
          </TextField>
        ))}
      </Box>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={mots.erreur} error={error} onRetry={() => void refetch()} /> : null}
      {data?.total === 0 ? <Vide>{mots.aucun}</Vide> : null}
      {data && data.total > 0 ? (
        <>
          {/* A table wider than the screen is scrolled, by keyboard too. */}
          <Box role="region" aria-label={mots.titre} tabIndex={0} sx={{ overflowX: 'auto' }}>
            {children(data.data)}
          </Box>
          <Pagination total={data.total} page={page} perPage={PAR_PAGE} onChange={setPage} />
        </>
      ) : null}
    </Bloc>
  );
};
