import { Box, Paper, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A titled region of a page. */
export const Bloc = ({
  titre,
  action,
  children,
}: {
  titre: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      sx={{ p: { xs: '12px', md: '16px' }, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', mb: '12px', flexWrap: 'wrap' }}>
        <Typography id={id} variant="h2" sx={{ flexGrow: 1 }}>
          {titre}
        </Typography>
        {action}
      </Box>
      {children}
    </Paper>
  );
};

/** Names and values, one below the other; an empty value is not shown. */
export const Fiche = ({ lignes }: { lignes: readonly (readonly [string, ReactNode])[] }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gridTemplateColumns: {
        xs: 'minmax(80px, 30%) minmax(0, 1fr)',
        // One long label must not squeeze every value.
        sm: 'fit-content(45%) minmax(0, 1fr)',
      },
      columnGap: '16px',
      rowGap: '6px',
      overflowWrap: 'anywhere',
    }}
  >
    {lignes
      .filter(([, valeur]) => valeur !== null && valeur !== undefined && valeur !== '')
      .map(([nom, valeur], index) => (
        <Box key={`${nom}-${index}`} sx={{ display: 'contents' }}>
          <Typography component="dt" color="text.secondary" sx={{ fontSize: '0.875rem', pt: '1px' }}>
            {nom}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '0.9375rem' }}>
            {valeur}
          </Typography>
        </Box>
      ))}
  </Box>
);
