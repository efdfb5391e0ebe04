import { Box, Paper, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** The frame of the pages seen before the application itself: sign-in and the choice of a password. */
export const CadreSession = ({ titre, children }: { titre: string; children: ReactNode }) => {
  const translate = useTranslate();
  useEffect(() => {
    document.title = translate('concordance.application.titreDocument', { page: titre });
  }, [titre, translate]);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        placeItems: { xs: 'start center', sm: 'center' },
        p: '16px',
        pt: { xs: '48px', sm: '16px' },
        backgroundColor: 'background.default',
      }}
    >
      <Box sx={{ width: '100%', maxWidth: 440 }}>
        <Typography component="p" sx={{ fontWeight: 700, fontSize: '1.5rem' }}>
          {translate('concordance.application.nom')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: '24px' }}>
          {translate('concordance.application.sousTitre')}
        </Typography>
        <Paper variant="outlined" sx={{ p: { xs: '16px', sm: '32px' } }}>
          <Typography component="h1" variant="h1" sx={{ mb: '16px' }}>
            {titre}
          </Typography>
          {children}
        </Paper>
      </Box>
    </Box>
  );
};
