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
