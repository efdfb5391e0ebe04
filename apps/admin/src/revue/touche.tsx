import { Box } from '@mui/material';

/** The key of an action, where there is a keyboard to press it on. The name of the button does not contain it. */
export const Touche = ({ children }: { children: string }) => (
  <Box
    component="kbd"
    aria-hidden
    sx={{
      display: { xs: 'none', md: 'inline-block' },
      ml: '8px',
      px: '6px',
      border: '1px solid currentColor',
      borderRadius: '3px',
      font: 'inherit',
      fontSize: '0.75rem',
      lineHeight: 1.5,
    }}
  >
    {children}
  </Box>
);
