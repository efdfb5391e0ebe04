import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useGetList, useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { formatInstant } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { Campagne } from '../contract/campagne.ts';
import type { DemandeCouverture, RapportCouverture } from '../contract/couverture.ts';
import { POLL_MS } from '../executions/progression.tsx';
import { commands, urlCouverture } from '../providers/commands.ts';
import { couvertureQuery, useDemande } from './demande.ts';
import { FiltresCouverture } from './filtres-couverture.tsx';
import { GroupesCouverture } from './groupes-couverture.tsx';
import { RaisonsCouverture } from './raisons-couverture.tsx';
import { ResumeCouverture } from './resume-couverture.tsx';

const Rapport = ({ rapport, demande }: { rapport: RapportCouverture; demande: DemandeCouverture }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.couverture.${key}`);
  if (rapport.etat === 'absente') return <Vide>{t('absente')}</Vide>;
  return (
    <>
      {rapport.etat === 'en_calcul' ? <Alert severity="info">{t('enCalcul')}</Alert> : null}
      {rapport.total === 0 ? (
        <Vide>{t('aucuneFormation')}</Vide>
      ) : (
        <>
          <ResumeCouverture rapport={rapport} avec={demande.avec} />
          <Bloc
            titre={`${t('raisonsPar')} : ${t(`groupes.${rapport.groupe}`)}`}
            action={
              <Button
                component="a"
                href={urlCouverture(couvertureQuery(demande))}
                download
                startIcon={<FileDownloadOutlined />}
              >
                {t('exporter')}
              </Button>
            }
          >
            <GroupesCouverture rapport={rapport} demande={demande} />
          </Bloc>
          <Bloc titre={t('raisons')}>
            <Box sx={{ overflowX: 'auto' }}>
              <RaisonsCouverture rapport={rapport} demande={demande} />
            </Box>
          </Bloc>
        </>
      )}
      {rapport.calculeeLe ? (
        <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
          {translate('concordance.couverture.calculeeLe', { date: formatInstant(rapport.calculeeLe) })}{' '}
          <LienFiche to={`/executions/${rapport.executionId}/show`}>{t('execution')}</LienFiche>
        </Typography>
      ) : null}
    </>
  );
};

/** Which formations have figures, why the others have none, and what has changed. */
export const CouverturePage = () => {
  const translate = useTranslate();
  const { demande, campagneId, change } = useDemande();
  const campagnes = useGetList<Campagne>('campagnes', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'creeeLe', order: 'DESC' },
  });
  const known = (campagnes.data ?? []).filter(({ derniereTermineeId }) => derniereTermineeId !== null);
  const campagne = known.find(({ id }) => id === campagneId) ?? known[0];
  const asked: DemandeCouverture = { ...demande, campagneId: campagne?.id ?? '' };
  const rapport = useQuery({
    queryKey: ['couverture', asked],
    queryFn: ({ signal }) => commands.couverture(couvertureQuery(asked), signal),
    enabled: campagne !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.etat === 'en_calcul' ? POLL_MS : false),
  });
  const error = campagnes.error ?? rapport.error;
  return (
    <Pile>
      <Title title="concordance.couverture.titre" preferenceKey={false} />
      {campagnes.data && campagne === undefined ? (
        <Vide>{translate('concordance.couverture.sansCampagne')}</Vide>
      ) : null}
      {campagne ? (
        <FiltresCouverture
          campagnes={known}
          demande={asked}
          facettes={rapport.data?.facettes}
          onChange={change}
        />
      ) : null}
      {error ? (
        <Erreur
          titre={translate('concordance.couverture.erreur')}
          error={error}
          onRetry={() => void (campagnes.error ? campagnes.refetch() : rapport.refetch())}
        />
      ) : null}
      {!error && (campagnes.isPending || (campagne && rapport.isPending)) ? <Chargement /> : null}
      {rapport.data && !error ? <Rapport rapport={rapport.data} demande={asked} /> : null}
    </Pile>
  );
};
