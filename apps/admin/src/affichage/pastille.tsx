import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactNode } from 'react';
import { tonColors, type Ton } from '../theme/tons.ts';

/** A small label that says its meaning by icon and text, the colour only repeating it. */
export const Pastille = ({
  ton,
  icon: Icon,
  children,
}: {
  ton: Ton;
  icon?: SvgIconComponent;
  children: ReactNode;
}) => {
  const { palette } = useTheme();
  const { texte, fond } = tonColors(palette.mode, ton);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '4px',
        px: '8px',
        py: '2px',
        borderRadius: '4px',
        fontSize: '0.8125rem',
        fontWeight: 500,
        whiteSpace: { xs: 'normal', sm: 'nowrap' },
        overflowWrap: 'normal',
        lineHeight: 1.4,
        color: texte,
        backgroundColor: fond,
      }}
    >
      {Icon ? <Icon aria-hidden sx={{ fontSize: '1rem' }} /> : null}
      {children}
    </Box>
  );
};
