import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** While something is being read; the bar appears with its name for assistive technologies. */
export const Chargement = ({ label }: { label?: string }) => {
  const translate = useTranslate();
  const text = label ?? translate('concordance.application.chargement');
  return (
    <Box role="status" sx={{ p: '16px' }}>
      <Typography color="text.secondary" sx={{ mb: '8px' }}>
        {text}
      </Typography>
      <LinearProgress aria-label={text} />
    </Box>
  );
};

/** What could not be read, with a way to try again. */
export const Erreur = ({
  titre,
  error,
  onRetry,
}: {
  titre: string;
  error: unknown;
  onRetry?: () => void;
}) => {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      sx={{ my: '16px' }}
      action={
        onRetry ? (
          <Button color="inherit" onClick={onRetry}>
            {translate('concordance.application.reessayer')}
          </Button>
        ) : undefined
      }
    >
      <strong>{titre}</strong>
      {error instanceof Error && error.message ? <div>{error.message}</div> : null}
    </Alert>
  );
};

/** Nothing to show, and what to do about it. */
export const Vide = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <Box sx={{ textAlign: 'center', py: '48px', px: '16px' }}>
    <InboxOutlined aria-hidden sx={{ fontSize: 56, color: 'text.secondary' }} />
    <Typography sx={{ mt: '8px', mb: '16px', maxWidth: 560, mx: 'auto' }}>{children}</Typography>
    {action}
  </Box>
);
