import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Blocks one below the other, none wider than the page. */
export const Pile = ({
  largeur,
  children,
}: {
  /** In pixels, where lines as long as the page would be hard to read. */
  largeur?: number;
  children: ReactNode;
}) => (
  <Box
    sx={{ display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0,1fr)', maxWidth: largeur ?? 'none' }}
  >
    {children}
  </Box>
);

/** Two blocks side by side where there is room. */
export const CoteACote = ({
  parts = [1, 1],
  children,
}: {
  /** How the width is shared. */
  parts?: readonly [number, number];
  children: ReactNode;
}) => (
  <Box
    sx={{
      display: 'grid',
      gap: '16px',
      gridTemplateColumns: {
        xs: 'minmax(0,1fr)',
        lg: parts.map((part) => `minmax(0,${part}fr)`).join(' '),
      },
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
);
