import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, Title, useTranslate } from 'react-admin';
import { Erreur } from '../affichage/etats.tsx';

/** What a page that failed to draw is replaced by. */
export const PageErreur = ({ error }: { error: unknown }) => {
  const translate = useTranslate();
  return (
    <>
      <Title title="concordance.erreurs.titre" preferenceKey={false} />
      <Erreur titre={translate('concordance.erreurs.titre')} error={error} />
      <Button variant="outlined" onClick={() => window.location.reload()}>
        {translate('concordance.erreurs.recharger')}
      </Button>
    </>
  );
};

const Message = ({ titre, texte, children }: { titre: string; texte: string; children?: ReactNode }) => {
  const translate = useTranslate();
  return (
    <>
      <Title title={titre} preferenceKey={false} />
      <Typography sx={{ mb: '16px' }}>{translate(texte)}</Typography>
      {children ?? <Link to="/">{translate('concordance.erreurs.retour')}</Link>}
    </>
  );
};

export const PageIntrouvable = () => (
  <Message titre="concordance.erreurs.introuvableTitre" texte="concordance.erreurs.introuvable" />
);

export const AccesReserve = () => (
  <Message titre="concordance.erreurs.accesTitre" texte="concordance.erreurs.acces" />
);

/** Shown out of the frame, when even the session could not be read for another reason than a missing one. */
export const SessionInjoignable = () => {
  const translate = useTranslate();
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', mt: '15vh', p: '16px' }}>
      <Typography component="h1" variant="h1" sx={{ mb: '16px' }}>
        {translate('concordance.erreurs.sessionTitre')}
      </Typography>
      <Typography sx={{ mb: '16px' }}>{translate('concordance.erreurs.session')}</Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        {translate('concordance.application.reessayer')}
      </Button>
    </Box>
  );
};
