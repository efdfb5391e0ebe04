import { Alert, Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { useChoix } from '../affichage/choix.ts';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { Instantane } from '../contract/campagne.ts';
import type { Changement, Comparaison as Donnees, GenreChangement } from '../contract/instantane.ts';
import { PageEcarts } from '../affichage/page-ecarts.tsx';
import { commands } from '../providers/commands.ts';
import { LignesChangees } from './lignes-changees.tsx';
import { useLibelleTable } from './libelle-table.ts';

const GENRES: readonly GenreChangement[] = ['ajoute', 'retire', 'modifie'];

const Version = ({ instantane }: { instantane: Instantane }) => (
  <>
    <LienFiche to={`/instantanes/${instantane.id}/show`}>{instantane.nom}</LienFiche>
    <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
      {[instantane.millesime, formatInstant(instantane.importeLe)].filter(Boolean).join(' · ')}
    </Typography>
  </>
);

const Touches = ({ touches }: { touches: Donnees['touches'] }) => {
  const translate = useTranslate();
  const t = (key: string, options?: object) => translate(`concordance.comparaison.${key}`, options);
  if (touches === null) return <Alert severity="info">{t('porteeInconnue')}</Alert>;
  if (touches.length === 0) return <>{t('aucuneExecution')}</>;
  return (
    <>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', mb: '8px' }}>
        {t('toucheAide')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '8px' }}>
        {touches.map(({ campagneId, campagneNom, retenues, candidates, nbFormations }) => (
          <li key={campagneId}>
            <LienFiche to={`/campagnes/${campagneId}/show`}>{campagneNom}</LienFiche>
            <div>
              {t('touche', {
                retenues: formatNumber(retenues),
                candidates: formatNumber(candidates),
                total: formatNumber(nbFormations),
              })}
            </div>
          </li>
        ))}
      </Box>
    </>
  );
};

const Changements = ({ id, avec }: { id: string; avec: string }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.comparaison.${key}`);
  return (
    <PageEcarts<Changement>
      cle={['changements', id, avec]}
      lire={(demande, signal) => commands.changements(id, { ...demande, avec }, signal)}
      filtres={[
        { nom: 'genre', label: t('genre'), choix: useChoix('genreChangement', GENRES) },
        { nom: 'q', label: t('code') },
      ]}
      mots={{ titre: t('changements'), erreur: t('erreur'), aucun: t('aucunChangement') }}
    >
      {(changements) => <LignesChangees changements={changements} />}
    </PageEcarts>
  );
};

/** Two snapshots of one table side by side: what was added, removed or changed, and the formations it touches. */
export const Comparaison = () => {
  const translate = useTranslate();
  const libelleTable = useLibelleTable();
  const { id = '', avec = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['comparaison', id, avec],
    queryFn: ({ signal }) => commands.comparer(id, avec, signal),
  });
  const t = (key: string) => translate(`concordance.comparaison.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: '16px' }}>
      <Title title={t('titre')} preferenceKey={false} />
      {isPending ? <Chargement label={t('calcul')} /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Box
          sx={{
            display: 'grid',
            gap: '16px',
            gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: '1fr 1fr' },
            alignItems: 'start',
          }}
        >
          <Bloc titre={libelleTable(data.apres)}>
            <Fiche
              lignes={[
                [t('avant'), <Version key="avant" instantane={data.avant} />],
                [t('apres'), <Version key="apres" instantane={data.apres} />],
                [t('ajoutees'), formatNumber(data.compteurs.ajoutees)],
                [t('retirees'), formatNumber(data.compteurs.retirees)],
                [t('modifiees'), formatNumber(data.compteurs.modifiees)],
                [t('identiques'), formatNumber(data.compteurs.identiques)],
              ]}
            />
          </Bloc>
          <Bloc titre={t('touches')}>
            <Touches touches={data.touches} />
          </Bloc>
        </Box>
      ) : null}
      {data ? <Changements key={`${id} ${avec}`} id={id} avec={avec} /> : null}
    </Box>
  );
};
