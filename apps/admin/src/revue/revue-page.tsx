import { useState } from 'react';
import { Title, useCanAccess, useGetOne, useParams, useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import type { RevueDetail } from '../contract/formation.ts';
import { DETAIL } from '../providers/detail.ts';
import { RevueFiche } from './revue-fiche.tsx';
import { FRAICHEUR_MS, useFiltreRevue, usePrefetchRevue } from './revue-query.ts';
import { StylesFiche } from './styles-fiche.tsx';
import { donneDesBaux, useFile } from './use-file.ts';

/**
 * The item of the address, or at once the one that the address is about to become: the router makes a transition of a
 * navigation, and a transition waits behind every other update.
 */
const useFicheAffichee = () => {
  const { id: adresse = '' } = useParams();
  const [avance, setAvance] = useState<{ depuis: string; vers: string } | null>(null);
  // The address has followed, or gone elsewhere: coming back to it later shows its own item.
  if (avance !== null && avance.depuis !== adresse) setAvance(null);
  const id = avance?.depuis === adresse ? avance.vers : decodeURIComponent(adresse);
  return { id, montrer: (vers: string) => setAvance({ depuis: adresse, vers }) };
};

/** One item of the review: reads it, holds the next ones ready, and hands over to the working screen. */
export const RevuePage = () => {
  const translate = useTranslate();
  const { id, montrer } = useFicheAffichee();
  const filtre = useFiltreRevue();
  const { canAccess: decides = false } = useCanAccess({ resource: 'revues', action: 'decider' });
  const actif = decides && donneDesBaux(filtre);
  const meta = donneDesBaux(filtre) ? DETAIL : { ...DETAIL, filtre };
  const {
    data: revue,
    error,
    isPending,
    refetch,
  } = useGetOne<RevueDetail>('revues', { id, meta }, { staleTime: FRAICHEUR_MS });
  const file = useFile({ filtre, actif });
  usePrefetchRevue(actif ? null : (revue?.suivanteId ?? null));
  return (
    <>
      <StylesFiche />
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
      {revue ? <RevueFiche revue={revue} parcours={{ file, actif, filtre, montrer }} /> : null}
    </>
  );
};
