import { TextField } from '@mui/material';

/** A labelled text field of a session form, with its error said where it is. */
export const ChampTexte = ({
  label,
  value,
  onChange,
  error,
  aide,
  type = 'text',
  autoComplete,
  autoFocus,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null | undefined;
  aide?: string;
  type?: 'text' | 'password';
  autoComplete: string;
  autoFocus?: boolean;
}) => (
  <TextField
    label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    error={Boolean(error)}
    helperText={error ?? aide}
    type={type}
    autoComplete={autoComplete}
    autoFocus={autoFocus ?? false}
    required
    size="medium"
    slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
  />
);
