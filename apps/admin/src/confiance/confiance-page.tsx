import { Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, Title, useCanAccess, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { formatNumber, formatPercent } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import { ParCampagne } from '../campagnes/par-campagne.tsx';
import type { Confiance } from '../contract/revue.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { Intervalle } from './intervalle.tsx';
import { Reglage } from './reglage.tsx';
import { Tirages } from './tirages.tsx';

const useMots = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) => translate(`concordance.confiance.${key}`, values);
};

const Precision = ({ audit, controles, campagneId }: Confiance & { campagneId: string }) => {
  const t = useMots();
  const { canAccess: decides } = useCanAccess({ resource: 'revues', action: 'decider' });
  return (
    <Bloc titre={t('precision')}>
      {audit?.precision ? <Intervalle {...audit.precision} /> : null}
      {audit ? (
        <Typography sx={{ my: '8px' }}>
          {t('lus', { lus: audit.lus, taille: audit.taille, faux: audit.faux, incertains: audit.incertains })}
          {audit.precisionParFormation === null ? null : (
            <> {t('parFormation', { valeur: formatPercent(audit.precisionParFormation) })}</>
          )}
        </Typography>
      ) : (
        <Vide>{t('pasDeTirage')}</Vide>
      )}
      {controles.lus > 0 ? <Typography>{t('controles', { ...controles })}</Typography> : null}
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', my: '8px' }}>
        {t('precisionAide')}
      </Typography>
      {decides && audit && audit.aLire > 0 ? (
        <Button component={LinkBase} to={`/lecture/audit?campagne=${campagneId}`} variant="contained">
          {t('lire')}
        </Button>
      ) : null}
    </Bloc>
  );
};

const SecondeLecture = ({ secondeLecture, adjudication, campagneId }: Confiance & { campagneId: string }) => {
  const t = useMots();
  const { canAccess: decides } = useCanAccess({ resource: 'revues', action: 'decider' });
  const { canAccess: adjudicates } = useCanAccess({ resource: 'revues', action: 'adjuger' });
  const { seuil, enAttente, lues, accords, desaccords, kappa } = secondeLecture;
  const file = encodeURIComponent(JSON.stringify({ statut: 'adjudication', campagneId }));
  return (
    <Bloc titre={t('seconde')}>
      <Typography sx={{ fontWeight: 700 }}>
        {kappa === null
          ? t('kappaAbsent')
          : t('kappa', { valeur: formatNumber(Math.round(kappa * 100) / 100) })}
      </Typography>
      <Typography>{t('accords', { accords, desaccords, lues })}</Typography>
      <Typography>{t('enAttente', { smart_count: enAttente })}</Typography>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', my: '8px' }}>
        {t('secondeAide')}
      </Typography>
      {decides && enAttente > 0 ? (
        <Button
          component={LinkBase}
          to={`/lecture/seconde_lecture?campagne=${campagneId}`}
          variant="contained"
        >
          {t('lire')}
        </Button>
      ) : null}
      {adjudication.enAttente > 0 ? (
        <Typography sx={{ mt: '8px' }}>
          <LienFiche to={`/revues?filter=${file}`}>
            {t('adjudication', { smart_count: adjudication.enAttente })}
          </LienFiche>
        </Typography>
      ) : null}
      {adjudicates ? (
        <Reglage
          key={seuil}
          label={t('seuil')}
          aide={t('seuilAide')}
          valeur={seuil}
          bornes={{ min: 1 }}
          enregistre="concordance.confiance.seuilEnregistre"
          onEnregistrer={(wanted) => commandsRevue.seuilSecondeLecture(campagneId, wanted)}
        />
      ) : null}
    </Bloc>
  );
};

const ControlesFile = ({
  taux,
  lus,
  incertains,
  accord,
  campagneId,
}: Confiance['controlesFile'] & { campagneId: string }) => {
  const t = useMots();
  const { canAccess: regle } = useCanAccess({ resource: 'controles', action: 'regler' });
  return (
    <Bloc titre={t('controlesFile')}>
      {accord ? <Intervalle {...accord} /> : null}
      <Typography sx={{ my: '8px' }}>
        {lus > 0 ? t('controlesFileLus', { smart_count: lus, incertains }) : t('controlesFileAucune')}
      </Typography>
      {taux === null ? null : (
        <Typography>{t('controlesFileTaux', { taux: formatPercent(taux) })}</Typography>
      )}
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', my: '8px' }}>
        {t('controlesFileAide')}
      </Typography>
      {regle && taux !== null ? (
        <Reglage
          key={taux}
          label={t('tauxControle')}
          aide={t('tauxControleAide')}
          valeur={Math.round(taux * 1000) / 10}
          bornes={{ min: 0, max: 20, step: 0.5 }}
          enregistre="concordance.confiance.tauxControleEnregistre"
          onEnregistrer={(percent) => commandsRevue.tauxControle(campagneId, (percent ?? 0) / 100)}
        />
      ) : null}
    </Bloc>
  );
};

const Contenu = ({ campagneId }: { campagneId: string }) => {
  const translate = useTranslate();
  const t = useMots();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['confiance', campagneId],
    queryFn: ({ signal }) => commandsRevue.confiance(campagneId, signal),
  });
  if (isPending) return <Chargement />;
  if (error) return <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <CoteACote>
        <Pile>
          <Precision {...data} campagneId={campagneId} />
          <SecondeLecture {...data} campagneId={campagneId} />
        </Pile>
        <ControlesFile {...data.controlesFile} campagneId={campagneId} />
      </CoteACote>
      <Tirages campagneId={campagneId} />
      <Bloc titre={t('origines')}>
        {data.origines.length === 0 ? <Vide>{t('sansDecision')}</Vide> : null}
        <Fiche
          lignes={data.origines.map(({ origine, nombre }) => [
            translate(`concordance.valeurs.origineJugement.${origine}`),
            formatNumber(nombre),
          ])}
        />
      </Bloc>
    </>
  );
};

/** How far what the machine accepted can be trusted, and how far readers agree. */
export const ConfiancePage = () => {
  const t = useMots();
  return (
    <Pile>
      <Title title={t('titre')} preferenceKey={false} />
      <ParCampagne souvenir="confiance.campagneId" erreur={t('erreur')}>
        {(campagneId) => <Contenu key={campagneId} campagneId={campagneId} />}
      </ParCampagne>
    </Pile>
  );
};
