import { Alert, Button } from '@mui/material';

/** The end of a session form: what the server refused, and the button that sends. */
export const Envoi = ({
  label,
  refus,
  pending,
}: {
  label: string;
  refus: string | null;
  pending: boolean;
}) => (
  <>
    {refus ? (
      <Alert severity="error" sx={{ my: '8px' }}>
        {refus}
      </Alert>
    ) : null}
    <Button type="submit" variant="contained" size="large" fullWidth disabled={pending} sx={{ mt: '12px' }}>
      {label}
    </Button>
  </>
);
