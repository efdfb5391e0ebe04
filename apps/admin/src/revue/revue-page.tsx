import { Title, useGetOne, useParams, useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import type { RevueDetail } from '../contract/formation.ts';
import { DETAIL } from '../providers/detail.ts';
import { RevueFiche } from './revue-fiche.tsx';
import { usePrefetchRevue } from './revue-query.ts';

/** One item of the review: reads it, reads the next ahead, and hands over to the working screen. */
export const RevuePage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const {
    data: revue,
    error,
    isPending,
    refetch,
  } = useGetOne<RevueDetail>('revues', { id: decodeURIComponent(id), meta: DETAIL });
  usePrefetchRevue(revue?.suivanteId ?? null);
  return (
    <>
      <Title
        title={
          revue
            ? translate('concordance.revue.titre', { libelle: revue.specialite ?? revue.libelle })
            : translate('concordance.revue.titreChargement')
        }
        preferenceKey={false}
      />
      {isPending ? <Chargement /> : null}
      {error && !revue ? (
        <>
          <Erreur
            titre={translate('concordance.revue.erreur')}
            error={error}
            onRetry={() => void refetch()}
          />
          <LienFiche to="/revues">{translate('concordance.revue.retourListe')}</LienFiche>
        </>
      ) : null}
      {revue ? <RevueFiche revue={revue} /> : null}
    </>
  );
};
