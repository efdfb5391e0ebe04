import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

/** A decision that did not reach the server, with the way to send that same one again. */
export const BandeauIncident = ({
  message,
  onRenvoyer,
  onAbandonner,
}: {
  message: string;
  onRenvoyer: () => void;
  onAbandonner: () => void;
}) => {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      // On a narrow screen the sentence takes the whole width, and the buttons the line below.
      sx={{
        flexWrap: { xs: 'wrap', md: 'nowrap' },
        '& .MuiAlert-message': { flex: { xs: '1 1 70%', md: '1 1 auto' } },
        '& .MuiAlert-action': { gap: '8px', pt: 0, ml: { xs: 0, md: 'auto' }, alignItems: 'center' },
        '& .MuiButton-root': { whiteSpace: 'nowrap' },
      }}
      action={
        <>
          <Button color="inherit" onClick={onAbandonner}>
            {translate('concordance.revue.abandonner')}
          </Button>
          <Button color="inherit" variant="outlined" onClick={onRenvoyer}>
            {translate('concordance.revue.renvoyer')}
          </Button>
        </>
      }
    >
      <strong>{translate('concordance.revue.echec')}</strong> {message}
    </Alert>
  );
};
