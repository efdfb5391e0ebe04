import { Alert, Box, Button } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useGetIdentity, useNavigate, useNotify, useTranslate } from 'react-admin';
import { Chargement } from '../affichage/etats.tsx';
import { authProvider } from '../providers/auth-provider.ts';
import { CadreSession } from './cadre-session.tsx';
import { ChampTexte } from './champ-texte.tsx';
import { Envoi } from './envoi.tsx';

/** Shortest password the server takes. */
const LONGUEUR_MINIMALE = 12;

/** Replaces one's password; a new account comes here before anything else. */
export const PageMotDePasse = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { identity, isPending, refetch } = useGetIdentity();
  const [ancien, setAncien] = useState('');
  const [nouveau, setNouveau] = useState('');
  const [confirmation, setConfirmation] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const [pending, setPending] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);

  if (isPending) return <Chargement />;

  const t = (key: string) => translate(`concordance.session.${key}`, { n: LONGUEUR_MINIMALE });
  const errors = {
    ancien: ancien === '' ? t('champObligatoire') : null,
    nouveau: nouveau.length < LONGUEUR_MINIMALE ? t('tropCourt') : nouveau === ancien ? t('identique') : null,
    confirmation: confirmation === nouveau ? null : t('different'),
  };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    setRefus(null);
    if (errors.ancien ?? errors.nouveau ?? errors.confirmation) return;
    setPending(true);
    try {
      await authProvider.changerMotDePasse(ancien, nouveau);
      await refetch?.();
      notify('concordance.session.change', { type: 'success' });
      navigate('/');
    } catch (error) {
      setRefus(error instanceof Error ? error.message : String(error));
      setPending(false);
    }
  };

  const shown = (error: string | null) => (submitted ? error : null);
  return (
    <CadreSession titre={t('changerTitre')}>
      <Alert severity="info" sx={{ mb: '16px' }}>
        {t(identity?.doitChangerMotDePasse ? 'changerProvisoire' : 'changerLibre')}
      </Alert>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)}>
        <ChampTexte
          label={t('ancien')}
          value={ancien}
          onChange={setAncien}
          error={shown(errors.ancien)}
          type="password"
          autoComplete="current-password"
          autoFocus
        />
        <ChampTexte
          label={t('nouveau')}
          value={nouveau}
          onChange={setNouveau}
          error={shown(errors.nouveau)}
          aide={t('regle')}
          type="password"
          autoComplete="new-password"
        />
        <ChampTexte
          label={t('confirmation')}
          value={confirmation}
          onChange={setConfirmation}
          error={shown(errors.confirmation)}
          type="password"
          autoComplete="new-password"
        />
        <Envoi label={t('enregistrer')} refus={refus} pending={pending} />
        {identity?.doitChangerMotDePasse ? null : (
          <Button fullWidth sx={{ mt: '8px' }} onClick={() => navigate(-1)}>
            {translate('ra.action.cancel')}
          </Button>
        )}
      </Box>
    </CadreSession>
  );
};
