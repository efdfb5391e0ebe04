import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import WarningAmber from '@mui/icons-material/WarningAmber';
import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, Title, useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { ParCampagne } from '../campagnes/par-campagne.tsx';
import { CouvertureTuile } from '../couverture/couverture-tuile.tsx';
import type { Campagne, TableauDeBord as Donnees } from '../contract/campagne.ts';
import { LigneExecution } from '../executions/ligne-execution.tsx';
import { estSuivi, POLL_MS } from '../executions/progression.tsx';
import { AlertesDonnees } from '../planification/alertes-donnees.tsx';
import { commands } from '../providers/commands.ts';
import { Avancement } from './avancement.tsx';
import { PrecisionTuile } from '../confiance/precision-tuile.tsx';
import { MotifsBarres } from './motifs-barres.tsx';

const listStyle = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '12px' };
const filtre = (value: Record<string, unknown>) => `filter=${encodeURIComponent(JSON.stringify(value))}`;

const Revue = ({ donnees, campagneId }: { donnees: Donnees; campagneId: string }) => {
  const translate = useTranslate();
  const where = filtre({ statut: 'a_traiter', campagneId });
  return (
    <Bloc titre={translate('resources.revues.name', { smart_count: 1 })}>
      <Typography component="p" sx={{ fontSize: '2.25rem', fontWeight: 700, lineHeight: 1.1 }}>
        {formatNumber(donnees.aRevoir)}{' '}
        <Typography component="span">
          {translate('concordance.tableauDeBord.aRevoir', { smart_count: donnees.aRevoir })}
        </Typography>
      </Typography>
      <Typography color="text.secondary" sx={{ mb: '12px' }}>
        {translate('concordance.tableauDeBord.decidees', {
          smart_count: donnees.decidees,
        })}
      </Typography>
      {donnees.aRevoir > 0 ? (
        <Button
          component={LinkBase}
          to={`/revues?${where}`}
          variant="contained"
          startIcon={<FactCheckOutlined />}
        >
          {translate('concordance.tableauDeBord.commencer')}
        </Button>
      ) : null}
    </Bloc>
  );
};

const Derniers = ({ donnees }: { donnees: Donnees }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.tableauDeBord.${key}`);
  return (
    <>
      <Bloc titre={t('executions')} action={<LienFiche to="/executions">{t('toutVoir')}</LienFiche>}>
        {donnees.dernieresExecutions.length === 0 ? t('rien') : null}
        <Box component="ul" sx={listStyle}>
          {donnees.dernieresExecutions.map((execution) => (
            <LigneExecution key={execution.id} execution={execution} avecCampagne />
          ))}
        </Box>
      </Bloc>
      <Bloc titre={t('imports')} action={<LienFiche to="/instantanes">{t('toutVoir')}</LienFiche>}>
        {donnees.derniersImports.length === 0 ? t('rien') : null}
        <Box component="ul" sx={listStyle}>
          {donnees.derniersImports.map(({ id, nom, importeLe, refusees }) => (
            <li key={id}>
              <Rangee>
                <LienFiche to={`/instantanes/${id}/show`}>{nom}</LienFiche>
                {refusees > 0 ? (
                  <Pastille ton="alerte" icon={WarningAmber}>
                    {translate('concordance.tableauDeBord.refusees', { smart_count: refusees })}
                  </Pastille>
                ) : null}
                <Typography component="span" color="text.secondary" sx={{ fontSize: '0.875rem' }}>
                  {formatInstant(importeLe)}
                </Typography>
              </Rangee>
            </li>
          ))}
        </Box>
      </Bloc>
    </>
  );
};

const Contenu = ({ campagneId }: { campagneId: string }) => {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['tableau-de-bord', campagneId],
    queryFn: ({ signal }) => commands.tableauDeBord(campagneId, signal),
    refetchInterval: (query) => (query.state.data?.dernieresExecutions.some(estSuivi) ? POLL_MS : false),
  });
  const t = (key: string) => translate(`concordance.tableauDeBord.${key}`);
  if (isPending) return <Chargement />;
  if (error) return <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} />;
  return (
    <CoteACote parts={[1.6, 1]}>
      <Bloc titre={t('resultat')}>
        {data.compteurs ? <CompteursBarre compteurs={data.compteurs} detail /> : <Vide>{t('vide')}</Vide>}
      </Bloc>
      <Revue donnees={data} campagneId={campagneId} />
      <Box sx={{ display: 'grid', gap: '16px', gridColumn: { lg: 1 } }}>
        <CouvertureTuile campagneId={campagneId} />
        <Bloc titre={t('avancement')}>
          <Avancement jours={data.avancement} />
        </Bloc>
        <Bloc titre={t('motifs')}>
          {data.motifs.length === 0 ? (
            t('rien')
          ) : (
            <MotifsBarres motifs={data.motifs} campagneId={campagneId} />
          )}
        </Bloc>
      </Box>
      <Box sx={{ display: 'grid', gap: '16px', gridColumn: { lg: 2 } }}>
        <PrecisionTuile campagneId={campagneId} />
        <Derniers donnees={data} />
      </Box>
    </CoteACote>
  );
};

/** The campaign with the most to review. */
const busiest = (campagnes: readonly Campagne[]) =>
  [...campagnes].sort((a, b) => b.nbARevoir - a.nbARevoir)[0];

/** Where the work of a campaign stands: outcomes, reasons, what waits for a steward, what ran last. */
export const TableauDeBord = () => {
  const translate = useTranslate();
  return (
    <Pile>
      <Title title="concordance.menu.tableauDeBord" preferenceKey={false} />
      <AlertesDonnees />
      <ParCampagne
        souvenir="tableauDeBord.campagneId"
        erreur={translate('concordance.tableauDeBord.erreur')}
        defaut={busiest}
      >
        {(campagneId) => <Contenu campagneId={campagneId} />}
      </ParCampagne>
    </Pile>
  );
};
