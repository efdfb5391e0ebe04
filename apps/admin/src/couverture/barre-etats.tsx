import { Box, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { LinkBase } from 'react-admin';
import { formatNumber } from '../affichage/formats.ts';
import type { CompteEtat } from '../contract/couverture.ts';
import { aspectEtat, nomEtat } from './etats-couverture.ts';
import { share } from './parts.ts';

const segment = ({ n }: CompteEtat) => ({ flexGrow: n, flexBasis: 0, minWidth: 3 });

/**
 * States as one stacked bar; the words around it and the table say the same. Where the rows of a state can be listed,
 * its part of the bar is the link to them.
 * @param vers address of the formations of a state, null where there is none
 */
export const BarreEtats = ({
  etats,
  total,
  hauteur = 24,
  nom,
  vers,
}: {
  etats: readonly CompteEtat[];
  total: number;
  hauteur?: number;
  nom?: string;
  vers?: (etat: string) => string | null;
}) => {
  const { palette } = useTheme();
  const dit = ({ etat, n }: CompteEtat) => `${nomEtat(etat)} : ${formatNumber(n)} (${share(n, total)})`;
  const barre = { display: 'flex', gap: '1px', height: hauteur, borderRadius: '3px' };
  const liens = etats.map(({ etat }) => vers?.(etat) ?? null);
  if (liens.includes(null)) {
    return (
      <Box
        role="img"
        aria-label={etats.map(({ etat, n }) => `${nomEtat(etat)} : ${share(n, total)}`).join(', ')}
        sx={{ ...barre, overflow: 'hidden' }}
      >
        {etats.map((compte) => (
          <Box
            key={compte.etat}
            title={dit(compte)}
            sx={{ ...segment(compte), ...aspectEtat(compte.etat, palette.mode) }}
          />
        ))}
      </Box>
    );
  }
  return (
    <Box component="ul" aria-label={nom} sx={{ ...barre, listStyle: 'none', m: 0, p: 0 }}>
      {etats.map((compte, index) => (
        <Box component="li" key={compte.etat} sx={{ ...segment(compte), display: 'flex' }}>
          <Box
            component={LinkBase}
            to={liens[index] ?? ''}
            aria-label={dit(compte)}
            title={dit(compte)}
            sx={{
              flexGrow: 1,
              ...aspectEtat(compte.etat, palette.mode),
              // The next part would hide the edge of the focus.
              '&:focus-visible': { position: 'relative', zIndex: 1 },
            }}
          />
        </Box>
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
