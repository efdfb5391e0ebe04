import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';

/** The reasons met most, as bars whose numbers are written; each opens the formations it concerns. */
export const MotifsBarres = ({
  motifs,
  campagneId,
}: {
  motifs: { motif: string; n: number }[];
  campagneId: string;
}) => {
  const translate = useTranslate();
  const most = Math.max(...motifs.map(({ n }) => n), 1);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '8px' }}>
      {motifs.map(({ motif, n }) => {
        const filter = encodeURIComponent(JSON.stringify({ motif, campagneId }));
        return (
          <li key={motif}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: '8px' }}>
              <LienFiche to={`/formations?filter=${filter}`}>
                {translate(`concordance.valeurs.motif.${motif}`, { _: motif })}
              </LienFiche>
              <span>{formatNumber(n)}</span>
            </Box>
            <Box
              aria-hidden
              sx={{
                height: 8,
                width: `${(n / most) * 100}%`,
                minWidth: 3,
                backgroundColor: 'primary.main',
                borderRadius: '2px',
              }}
            />
          </li>
        );
      })}
    </Box>
  );
};
