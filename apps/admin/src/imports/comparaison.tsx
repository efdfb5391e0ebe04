import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { useChoix } from '../affichage/choix.ts';
import { CoteACote } from '../affichage/disposition.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { Instantane } from '../contract/campagne.ts';
import type { Changement, Comparaison as Donnees, GenreChangement } from '../contract/instantane.ts';
import { PageComparaison } from '../affichage/page-comparaison.tsx';
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
  const t = (key: string) => translate(`concordance.comparaison.${key}`);
  return (
    <PageComparaison
      cle="comparaison"
      comparer={commands.comparer}
      mots={{ titre: t('titre'), calcul: t('calcul'), erreur: t('erreur') }}
    >
      {({ avant, apres, compteurs, touches }) => (
        <>
          <CoteACote>
            <Bloc titre={libelleTable(apres)}>
              <Fiche
                lignes={[
                  [t('avant'), <Version key="avant" instantane={avant} />],
                  [t('apres'), <Version key="apres" instantane={apres} />],
                  [t('ajoutees'), formatNumber(compteurs.ajoutees)],
                  [t('retirees'), formatNumber(compteurs.retirees)],
                  [t('modifiees'), formatNumber(compteurs.modifiees)],
                  [t('identiques'), formatNumber(compteurs.identiques)],
                ]}
              />
            </Bloc>
            <Bloc titre={t('touches')}>
              <Touches touches={touches} />
            </Bloc>
          </CoteACote>
          <Changements id={apres.id} avec={avant.id} />
        </>
      )}
    </PageComparaison>
  );
};
