import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { DessinOuTableau } from '../affichage/dessin-ou-tableau.tsx';
import { formatDay, formatNumber } from '../affichage/formats.ts';
import type { JourDeRevue } from '../contract/campagne.ts';

const LARGEUR = 480;
const HAUTEUR = 160;
const MARGE = { gauche: 44, droite: 12, haut: 12, bas: 24 };

/** Where each day falls: time runs evenly from the first day to the last. */
const points = (jours: readonly JourDeRevue[]) => {
  const times = jours.map(({ jour }) => Date.parse(jour));
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  const most = Math.max(...jours.map(({ aTraiter }) => aTraiter), 1);
  const width = LARGEUR - MARGE.gauche - MARGE.droite;
  const height = HAUTEUR - MARGE.haut - MARGE.bas;
  return {
    most,
    places: jours.map(({ aTraiter }, index) => ({
      x: MARGE.gauche + (last === first ? width : (((times[index] ?? 0) - first) / (last - first)) * width),
      y: MARGE.haut + height - (aTraiter / most) * height,
    })),
  };
};

const Courbe = ({ jours }: { jours: JourDeRevue[] }) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const { most, places } = points(jours);
  const last = jours.at(-1);
  const bottom = HAUTEUR - MARGE.bas;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={translate('concordance.tableauDeBord.avancementResume', {
        n: formatNumber(last?.aTraiter ?? 0),
        debut: formatDay(jours[0]?.jour ?? ''),
        depart: formatNumber(jours[0]?.aTraiter ?? 0),
      })}
      viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
      sx={{ display: 'block', width: '100%', maxWidth: 640, height: 'auto', fontFamily: 'inherit' }}
    >
      <line
        x1={MARGE.gauche}
        y1={bottom}
        x2={LARGEUR - MARGE.droite}
        y2={bottom}
        stroke={palette.text.secondary}
      />
      {[0, most].map((value) => (
        <text
          key={value}
          x={MARGE.gauche - 6}
          y={value === 0 ? bottom + 4 : MARGE.haut + 4}
          textAnchor="end"
          fontSize={12}
          fill={palette.text.secondary}
        >
          {formatNumber(value)}
        </text>
      ))}
      {/* A queue stays as it is until the next day that changes it: steps, not slopes. */}
      <path
        d={places.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x} V${y}`)).join(' ')}
        fill="none"
        stroke={palette.primary.main}
        strokeWidth={2.5}
      />
      {places.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={3.5} fill={palette.primary.main} />
      ))}
      <text x={MARGE.gauche} y={HAUTEUR - 6} fontSize={12} fill={palette.text.secondary}>
        {formatDay(jours[0]?.jour ?? '')}
      </text>
      {jours.length > 1 ? (
        <text
          x={LARGEUR - MARGE.droite}
          y={HAUTEUR - 6}
          textAnchor="end"
          fontSize={12}
          fill={palette.text.secondary}
        >
          {formatDay(last?.jour ?? '')}
        </text>
      ) : null}
    </Box>
  );
};

/** The queue going down, day by day. */
export const Avancement = ({ jours }: { jours: JourDeRevue[] }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.tableauDeBord.${key}`);
  if (jours.length === 0) return <>{t('rien')}</>;
  return (
    <DessinOuTableau
      nom={t('avancement')}
      dessin={<Courbe jours={jours} />}
      tableau={
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('jour')}</TableCell>
              <TableCell align="right">{t('aTraiter')}</TableCell>
              <TableCell align="right">{t('decideesAuTotal')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {jours.map(({ jour, aTraiter, decidees }) => (
              <TableRow key={jour}>
                <TableCell component="th" scope="row">
                  {formatDay(jour)}
                </TableCell>
                <TableCell align="right">{formatNumber(aTraiter)}</TableCell>
                <TableCell align="right">{formatNumber(decidees)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    />
  );
};
