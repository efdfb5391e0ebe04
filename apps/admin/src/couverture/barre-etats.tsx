import { Box, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { formatNumber } from '../affichage/formats.ts';
import type { CompteEtat } from '../contract/couverture.ts';
import { aspectEtat, nomEtat } from './etats-couverture.ts';
import { share } from './parts.ts';

/** States as one stacked bar; the words around it and the table say the same. */
export const BarreEtats = ({
  etats,
  total,
  hauteur = 22,
}: {
  etats: readonly CompteEtat[];
  total: number;
  hauteur?: number;
}) => {
  const { palette } = useTheme();
  return (
    <Box
      role="img"
      aria-label={etats.map(({ etat, n }) => `${nomEtat(etat)} : ${share(n, total)}`).join(', ')}
      sx={{ display: 'flex', gap: '1px', height: hauteur, borderRadius: '3px', overflow: 'hidden' }}
    >
      {etats.map(({ etat, n }) => (
        <Box
          key={etat}
          title={`${nomEtat(etat)} : ${formatNumber(n)} (${share(n, total)})`}
          sx={{ flexGrow: n, flexBasis: 0, minWidth: 3, ...aspectEtat(etat, palette.mode) }}
        />
      ))}
    </Box>
  );
};

/** What each drawing means, with how many there are. */
export const LegendeEtats = ({ etats, total }: { etats: readonly CompteEtat[]; total: number }) => {
  const { palette } = useTheme();
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', p: 0, m: 0, mb: '16px', display: 'flex', flexWrap: 'wrap', gap: '6px 20px' }}
    >
      {etats.map(({ etat, n }) => (
        <Box component="li" key={etat} sx={{ display: 'flex', gap: '8px', alignItems: 'center' }}>
          <Box
            aria-hidden
            sx={{
              width: 28,
              height: 16,
              borderRadius: '2px',
              flexShrink: 0,
              ...aspectEtat(etat, palette.mode),
            }}
          />
          <Typography component="span" sx={{ fontSize: '0.875rem' }}>
            {nomEtat(etat)} <span>({share(n, total)})</span>
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
