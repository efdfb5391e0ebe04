import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Pile } from './disposition.tsx';
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
    <Pile>
      <Title title={mots.titre} preferenceKey={false} />
      {isPending ? <Chargement label={mots.calcul} /> : null}
      {error ? <Erreur titre={mots.erreur} error={error} onRetry={() => void refetch()} /> : null}
      {/* Another pair begins anew: filters and page of the differences are those of one pair. */}
      {data ? <Fragment key={`${id} ${avec}`}>{children(data)}</Fragment> : null}
    </Pile>
  );
};
