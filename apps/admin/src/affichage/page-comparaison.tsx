import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Chargement, Erreur } from './etats.tsx';

/** The page of two things side by side, named by its address: `id`, and `avec` which came before. */
export const PageComparaison = <Donnees,>({
  cle,
  comparer,
  mots,
  children,
}: {
  /** What names this kind of comparison in the cache. */
  cle: string;
  comparer: (id: string, avec: string, signal: AbortSignal) => Promise<Donnees>;
  mots: { titre: string; calcul: string; erreur: string };
  children: (donnees: Donnees) => ReactNode;
}) => {
  const { id = '', avec = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [cle, id, avec],
    queryFn: ({ signal }) => comparer(id, avec, signal),
  });
  return (
    <Box sx={{ display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0,1fr)' }}>
      <Title title={mots.titre} preferenceKey={false} />
      {isPending ? <Chargement label={mots.calcul} /> : null}
      {error ? <Erreur titre={mots.erreur} error={error} onRetry={() => void refetch()} /> : null}
      {/* Another pair begins anew: filters and page of the differences are those of one pair. */}
      {data ? <Fragment key={`${id} ${avec}`}>{children(data)}</Fragment> : null}
    </Box>
  );
};

/** Two blocks side by side where there is room. */
export const CoteACote = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: '16px',
      gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: '1fr 1fr' },
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
);
