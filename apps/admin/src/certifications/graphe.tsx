import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { DessinOuTableau } from '../affichage/dessin-ou-tableau.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatDay } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { GrapheCertification } from '../contract/graphe.ts';
import { commands } from '../providers/commands.ts';
import { BOITE, disposer } from './graphe-disposition.ts';

export const certificationPath = (code: string) => `/certifications/${encodeURIComponent(code)}/show`;

/** Cut to what a box holds; the table and the accessible name say it whole. */
const court = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

const Dessin = ({ graphe }: { graphe: GrapheCertification }) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const { boites, fleches, largeur, hauteur } = disposer(graphe, (table) =>
    translate(`concordance.valeurs.table.${table}`, { _: table }),
  );
  const t = (key: string) => translate(`concordance.graphe.${key}`);
  return (
    <Box
      component="svg"
      role="group"
      aria-label={t('titre')}
      viewBox={`0 0 ${largeur} ${hauteur}`}
      sx={{ display: 'block', width: largeur, minWidth: largeur, height: hauteur, fontFamily: 'inherit' }}
    >
      <defs>
        <marker
          id="fleche"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 z" fill={palette.text.secondary} />
        </marker>
      </defs>
      {fleches.map(({ cle, x1, y1, x2, y2, pointillee }) => (
        <path
          key={cle}
          aria-hidden
          d={`M${x1} ${y1} C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`}
          fill="none"
          stroke={palette.text.secondary}
          strokeWidth={1.5}
          {...(pointillee ? { strokeDasharray: '4 4' } : { markerEnd: 'url(#fleche)' })}
        />
      ))}
      {boites.map(({ cle, x, y, titre, sousTitre, centre, lien, nom }) => {
        const rectangle = (
          <>
            <rect
              x={x}
              y={y}
              width={BOITE.largeur}
              height={BOITE.hauteur}
              rx={4}
              fill={centre ? palette.primary.main : palette.background.paper}
              stroke={centre ? palette.primary.main : palette.text.secondary}
            />
            <text
              x={x + 8}
              y={y + 20}
              fontSize={13}
              fontWeight={600}
              fill={centre ? palette.primary.contrastText : palette.text.primary}
            >
              {court(titre, 22)}
            </text>
            <text
              x={x + 8}
              y={y + 38}
              fontSize={12}
              fill={centre ? palette.primary.contrastText : palette.text.secondary}
            >
              {court(sousTitre, 30)}
            </text>
          </>
        );
        return lien ? (
          <a key={cle} href={`#${lien}`}>
            <title>{nom}</title>
            {rectangle}
          </a>
        ) : (
          <g key={cle} role="img" aria-label={nom}>
            {rectangle}
          </g>
        );
      })}
    </Box>
  );
};

const Alternative = ({ graphe }: { graphe: GrapheCertification }) => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) => translate(`concordance.graphe.${key}`, values);
  const place = (rang: number) =>
    rang === 0
      ? t('elle')
      : t(rang < 0 ? 'predecesseur' : 'successeur', { smart_count: Math.abs(rang), n: Math.abs(rang) });
  const dates = (ouverture: string | null, fermeture: string | null) =>
    [ouverture ? formatDay(ouverture) : '…', fermeture ? formatDay(fermeture) : '…'].join(' – ');
  return (
    <Table size="small" sx={{ '& td, & th': { px: '8px', verticalAlign: 'top' } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('place')}</TableCell>
          <TableCell>{t('quoi')}</TableCell>
          <TableCell>{t('validite')}</TableCell>
          <TableCell>{t('source')}</TableCell>
          <TableCell>{t('autres')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {[...graphe.certifications]
          .sort((a, b) => a.rang - b.rang)
          .map(({ code, libelle, rang, dateOuverture, dateFermeture }) => (
            <TableRow key={code}>
              <TableCell>{place(rang)}</TableCell>
              <TableCell>
                {libelle} <LienFiche to={certificationPath(code)}>{code}</LienFiche>
              </TableCell>
              <TableCell>{dates(dateOuverture, dateFermeture)}</TableCell>
              <TableCell>{rang === 0 ? null : t('continuite')}</TableCell>
              <TableCell />
            </TableRow>
          ))}
        {graphe.codes.map(({ type, code, source, nature, dateOuverture, dateFermeture, autres }) => (
          <TableRow key={`${type} ${code}`}>
            <TableCell>{translate(`concordance.valeurs.typeNoeud.${type}`, { _: type })}</TableCell>
            <TableCell>
              <code>{code}</code>
            </TableCell>
            <TableCell>{dates(dateOuverture, dateFermeture)}</TableCell>
            <TableCell>
              {source ? translate(`concordance.valeurs.table.${source}`, { _: source }) : '–'}
              {nature === 'direct' ? null : (
                <div>{translate(`concordance.valeurs.natureLien.${nature}`, { _: nature })}</div>
              )}
            </TableCell>
            <TableCell>
              {autres.map((autre) => (
                <div key={autre}>
                  <LienFiche to={certificationPath(autre)}>{autre}</LienFiche>
                </div>
              ))}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

/** The concordance graph around a certification: its succession from left to right, the codes that lead to it below. */
export const Graphe = ({ code }: { code: string }) => {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['graphe', code],
    queryFn: ({ signal }) => commands.graphe(code, signal),
  });
  const t = (key: string) => translate(`concordance.graphe.${key}`);
  return (
    <Bloc titre={t('titre')}>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <DessinOuTableau
          nom={t('titre')}
          dessin={<Dessin graphe={data} />}
          tableau={<Alternative graphe={data} />}
        />
      ) : null}
    </Bloc>
  );
};
