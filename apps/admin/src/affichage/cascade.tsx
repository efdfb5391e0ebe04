import AddCircleOutline from '@mui/icons-material/AddCircleOutline';
import RemoveCircleOutline from '@mui/icons-material/RemoveCircleOutline';
import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { Contribution } from '../contract/formation.ts';
import { tonColors } from '../theme/tons.ts';
import { formatSigned } from './formats.ts';
import { visuallyHiddenStyle } from './visually-hidden.ts';

/** The engine begins its lines with a sign, which the icon already says. */
const SIGNE = /^[+\u2212\u2013-]\s+/u;

/** Contributions are log-odds: beyond 2 a reason alone multiplies the odds by more than seven. */
const forceOf = (contribution: number): 'fort' | 'moyen' | 'leger' => {
  const weight = Math.abs(contribution);
  return weight >= 2 ? 'fort' : weight >= 0.7 ? 'moyen' : 'leger';
};

interface Marche extends Contribution {
  readonly avant: number;
  readonly apres: number;
}

/** Each reason with the sum before and after it, from nought. */
export const marchesOf = (lignes: readonly Contribution[]): Marche[] => {
  let cumul = 0;
  return lignes.map((ligne) => {
    const avant = cumul;
    cumul += ligne.contribution;
    return { ...ligne, avant, apres: cumul };
  });
};

/**
 * Why a candidate scores as it does, as a waterfall: every reason in words, with its signed weight, and a bar that
 * starts where the one before ended. The bars repeat the words and are hidden from assistive technologies.
 */
export const Cascade = ({ lignes }: { lignes: Contribution[] }) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.cascade.${key}`, values);
  if (lignes.length === 0) return <>{translate('concordance.formations.aucuneExplication')}</>;
  const marches = marchesOf(lignes);
  const bounds = marches.flatMap(({ avant, apres }) => [avant, apres]);
  const low = Math.min(0, ...bounds);
  const span = Math.max(0, ...bounds) - low || 1;
  const at = (value: number) => `${((value - low) / span) * 100}%`;
  return (
    <Box component="ul" aria-label={t('titre')} sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.9375rem' }}>
      {marches.map(({ critere, detail, contribution, avant, apres }, index) => {
        const favourable = contribution >= 0;
        const Icon = favourable ? AddCircleOutline : RemoveCircleOutline;
        const { texte: color } = tonColors(palette.mode, favourable ? 'succes' : 'erreur');
        return (
          <Box
            component="li"
            key={`${critere}-${index}`}
            sx={{
              display: 'grid',
              gridTemplateColumns: {
                xs: '20px minmax(0,1fr) 44px',
                sm: '20px minmax(0,1fr) 44px minmax(72px, 22%)',
              },
              columnGap: '8px',
              alignItems: 'center',
              py: '1px',
            }}
          >
            <Icon aria-hidden sx={{ fontSize: '1.125rem', color }} />
            <span>
              <span style={visuallyHiddenStyle}>
                {t('poids', {
                  sens: translate(`concordance.revue.${favourable ? 'enFaveur' : 'enDefaveur'}`),
                  force: t(forceOf(contribution)),
                  valeur: formatSigned(contribution),
                })}
                {' : '}
              </span>
              {detail.replace(SIGNE, '')}
            </span>
            <Box component="span" aria-hidden sx={{ textAlign: 'right', color, fontWeight: 500 }}>
              {formatSigned(contribution)}
            </Box>
            <Box
              aria-hidden
              sx={{ display: { xs: 'none', sm: 'block' }, position: 'relative', height: 14 }}
              title={t('cumul', { valeur: formatSigned(apres) })}
            >
              <Box
                sx={{
                  position: 'absolute',
                  left: at(0),
                  top: '-2px',
                  bottom: '-2px',
                  borderLeft: 1,
                  borderColor: 'divider',
                }}
              />
              <Box
                sx={{
                  position: 'absolute',
                  left: at(Math.min(avant, apres)),
                  width: `max(2px, ${(Math.abs(contribution) / span) * 100}%)`,
                  top: '2px',
                  bottom: '2px',
                  backgroundColor: color,
                  borderRadius: '2px',
                }}
              />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};
