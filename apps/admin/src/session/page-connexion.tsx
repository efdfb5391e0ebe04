import { Box, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { Notification, useLogin, useTranslate } from 'react-admin';
import { CadreSession } from './cadre-session.tsx';
import { ChampTexte } from './champ-texte.tsx';
import { Envoi } from './envoi.tsx';

/** Sign-in. What the server answers (wrong password, too many tries, unreachable) is said above the button. */
export const PageConnexion = () => {
  const translate = useTranslate();
  const login = useLogin();
  const [identifiant, setIdentifiant] = useState('');
  const [motDePasse, setMotDePasse] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const [pending, setPending] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const missing = (value: string) =>
    submitted && value === '' ? translate('concordance.session.champObligatoire') : null;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    setRefus(null);
    if (identifiant.trim() === '' || motDePasse === '') return;
    setPending(true);
    try {
      await login({ identifiant: identifiant.trim(), motDePasse });
    } catch (error) {
      setRefus(error instanceof Error ? error.message : translate('ra.auth.sign_in_error'));
    } finally {
      setPending(false);
    }
  };

  return (
    <CadreSession titre={translate('concordance.session.titre')}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)}>
        <ChampTexte
          label={translate('concordance.session.identifiant')}
          value={identifiant}
          onChange={setIdentifiant}
          error={missing(identifiant.trim())}
          autoComplete="username"
          autoFocus
        />
        <ChampTexte
          label={translate('concordance.session.motDePasse')}
          value={motDePasse}
          onChange={setMotDePasse}
          error={missing(motDePasse)}
          type="password"
          autoComplete="current-password"
        />
        <Envoi label={translate('concordance.session.seConnecter')} refus={refus} pending={pending} />
      </Box>
      <Typography color="text.secondary" sx={{ mt: '16px', fontSize: '0.875rem' }}>
        {translate('concordance.session.aide')}
      </Typography>
      <Notification />
    </CadreSession>
  );
};
