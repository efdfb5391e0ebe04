import AddCircleOutline from '@mui/icons-material/AddCircleOutline';
import RemoveCircleOutline from '@mui/icons-material/RemoveCircleOutline';
import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { Contribution } from '../contract/formation.ts';
import { visuallyHiddenStyle } from './visually-hidden.ts';
import { tonColors } from '../theme/tons.ts';

/** The engine begins its lines with a sign, which the icon already says. */
const SIGNE = /^[+\u2212\u2013-]\s+/u;

/** Why a candidate scores as it does: what speaks for it (+) and against it (−), as the engine words it. */
export const Explication = ({ lignes }: { lignes: Contribution[] }) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  if (lignes.length === 0) return <>{translate('concordance.formations.aucuneExplication')}</>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.9375rem' }}>
      {lignes.map(({ critere, detail, contribution }, index) => {
        const favourable = contribution >= 0;
        const Icon = favourable ? AddCircleOutline : RemoveCircleOutline;
        return (
          <Box
            component="li"
            key={`${critere}-${index}`}
            sx={{ display: 'flex', gap: '8px', alignItems: 'flex-start', py: '1px' }}
          >
            <Icon
              aria-hidden
              sx={{
                fontSize: '1.125rem',
                mt: '3px',
                color: tonColors(palette.mode, favourable ? 'succes' : 'erreur').texte,
              }}
            />
            <span>
              <span style={visuallyHiddenStyle}>
                {translate(`concordance.revue.${favourable ? 'enFaveur' : 'enDefaveur'}`)}
                {' : '}
              </span>
              {detail.replace(SIGNE, '')}
            </span>
          </Box>
        );
      })}
    </Box>
  );
};
