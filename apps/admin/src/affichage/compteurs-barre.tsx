import { Box, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { Compteurs } from '../contract/campagne.ts';
import type { Statut } from '../contract/formation.ts';
import { tonColors } from '../theme/tons.ts';
import { formatNumber, formatPercent } from './formats.ts';
import { statutLooks } from './statuts.tsx';

const parts: readonly { statut: Statut; of: (c: Compteurs) => number }[] = [
  { statut: 'apparie', of: (c) => c.apparie },
  { statut: 'a_verifier', of: (c) => c.aVerifier },
  { statut: 'sans_correspondance', of: (c) => c.sansCorrespondance },
];

const share = (n: number, total: number): string => formatPercent(total === 0 ? 0 : n / total);

/** The three outcomes as one bar and, with `detail`, as a legend with counts and shares (which the bar repeats). */
export const CompteursBarre = ({ compteurs, detail = false }: { compteurs: Compteurs; detail?: boolean }) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const total = parts.reduce((sum, part) => sum + part.of(compteurs), 0);
  const label = (statut: Statut) => translate(`concordance.valeurs.statut.${statut}`);
  const summary = parts.map((p) => `${label(p.statut)} : ${formatNumber(p.of(compteurs))}`).join(', ');
  return (
    <Box>
      <Box
        role="img"
        aria-label={summary}
        sx={{
          display: 'flex',
          gap: '2px',
          height: detail ? 20 : 10,
          minWidth: 96,
          overflow: 'hidden',
          borderRadius: '4px',
        }}
      >
        {parts.map(({ statut, of }) =>
          of(compteurs) > 0 ? (
            <Box
              key={statut}
              sx={{
                flexGrow: of(compteurs),
                flexBasis: 0,
                minWidth: 3,
                backgroundColor: tonColors(palette.mode, statutLooks[statut].ton).texte,
              }}
            />
          ) : null,
        )}
      </Box>
      {detail ? (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            p: 0,
            m: 0,
            mt: '12px',
            display: 'flex',
            flexWrap: 'wrap',
            gap: '8px 32px',
          }}
        >
          {parts.map(({ statut, of }) => {
            const { icon: Icon, ton } = statutLooks[statut];
            const color = tonColors(palette.mode, ton).texte;
            return (
              <Box component="li" key={statut}>
                <Typography
                  sx={{ display: 'flex', alignItems: 'center', gap: '6px', color, fontWeight: 500 }}
                >
                  <Icon aria-hidden fontSize="small" />
                  {label(statut)}
                </Typography>
                <Typography component="p" sx={{ fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.2 }}>
                  {formatNumber(of(compteurs))}
                  <Typography component="span" color="text.secondary" sx={{ ml: '8px' }}>
                    {share(of(compteurs), total)}
                  </Typography>
                </Typography>
              </Box>
            );
          })}
        </Box>
      ) : null}
    </Box>
  );
};
