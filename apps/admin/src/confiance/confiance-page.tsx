import { Box, Button, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { LinkBase, Title, useCanAccess, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { formatNumber, formatPercent } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import { ParCampagne } from '../campagnes/par-campagne.tsx';
import type { Confiance } from '../contract/revue.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { useCommande } from '../providers/use-commande.ts';
import { Intervalle } from './intervalle.tsx';
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

const Seuil = ({ campagneId, seuil }: { campagneId: string; seuil: number | null }) => {
  const translate = useTranslate();
  const t = useMots();
  const { run, pending } = useCommande();
  const [value, setValue] = useState(seuil === null ? '' : String(seuil));
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = value.trim() === '' ? null : Number(value);
    void run(
      () => commandsRevue.seuilSecondeLecture(campagneId, wanted),
      'concordance.confiance.seuilEnregistre',
    );
  };
  return (
    <Box
      component="form"
      onSubmit={save}
      sx={{ display: 'flex', gap: '8px', alignItems: 'start', mt: '12px' }}
    >
      <TextField
        type="number"
        label={t('seuil')}
        helperText={t('seuilAide')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        slotProps={{ htmlInput: { min: 1 } }}
        sx={{ m: 0, maxWidth: 320 }}
      />
      <Button type="submit" variant="outlined" disabled={pending} sx={{ mt: '8px' }}>
        {translate('ra.action.save')}
      </Button>
    </Box>
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
      {adjudicates ? <Seuil key={seuil} campagneId={campagneId} seuil={seuil} /> : null}
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
      <Box
        sx={{
          display: 'grid',
          gap: '16px',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' },
          alignItems: 'start',
        }}
      >
        <Precision {...data} campagneId={campagneId} />
        <SecondeLecture {...data} campagneId={campagneId} />
      </Box>
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
    <Box sx={{ display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0,1fr)' }}>
      <Title title={t('titre')} preferenceKey={false} />
      <ParCampagne souvenir="confiance.campagneId" erreur={t('erreur')}>
        {(campagneId) => <Contenu key={campagneId} campagneId={campagneId} />}
      </ParCampagne>
    </Box>
  );
};
