import { Title, useCanAccess, useGetOne, useParams, useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import type { RevueDetail } from '../contract/formation.ts';
import { DETAIL } from '../providers/detail.ts';
import { RevueFiche } from './revue-fiche.tsx';
import { FRAICHEUR_MS, useFiltreRevue, usePrefetchRevue } from './revue-query.ts';
import { donneDesBaux, useFile } from './use-file.ts';

/** One item of the review: reads it, holds the next ones ready, and hands over to the working screen. */
export const RevuePage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const filtre = useFiltreRevue();
  const { canAccess: decides = false } = useCanAccess({ resource: 'revues', action: 'decider' });
  const actif = decides && donneDesBaux(filtre);
  const meta = donneDesBaux(filtre) ? DETAIL : { ...DETAIL, filtre };
  const {
    data: revue,
    error,
    isPending,
    refetch,
  } = useGetOne<RevueDetail>('revues', { id: decodeURIComponent(id), meta }, { staleTime: FRAICHEUR_MS });
  const file = useFile({ filtre, actif });
  usePrefetchRevue(actif ? null : (revue?.suivanteId ?? null));
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
      {revue ? <RevueFiche revue={revue} parcours={{ file, actif, filtre }} /> : null}
    </>
  );
};
