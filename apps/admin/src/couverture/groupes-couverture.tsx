import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DessinOuTableau } from '../affichage/dessin-ou-tableau.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { DemandeCouverture, GroupeCouverture, RapportCouverture } from '../contract/couverture.ts';
import { BarreEtats, LegendeEtats } from './barre-etats.tsx';
import { lienFormations } from './demande.ts';
import { nomEtat } from './etats-couverture.ts';
import { difference, share } from './parts.ts';

/** Groups shown before "show all": as many as a screen holds. */
const PREMIERS = 12;

type Props = { rapport: RapportCouverture; demande: DemandeCouverture };

const Ouvrir = ({ vers, children }: { vers: string | null; children: ReactNode }) =>
  vers === null ? <>{children}</> : <LienFiche to={vers}>{children}</LienFiche>;

const Evolution = ({ groupe }: { groupe: GroupeCouverture }) => {
  const translate = useTranslate();
  const points = groupe.comparaison?.ecartPoints ?? null;
  return points === null ? null : (
    <>{translate('concordance.couverture.points', { points: difference(points) })}</>
  );
};

const Barres = ({ rapport, demande }: Props) => {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const shown = all ? rapport.groupes : rapport.groupes.slice(0, PREMIERS);
  return (
    <>
      <LegendeEtats etats={rapport.etats} total={rapport.total} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '14px' }}>
        {shown.map((groupe) => (
          <li key={groupe.cle}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'baseline' }}>
              <Box sx={{ flexGrow: 1, minWidth: 0 }}>
                <Ouvrir vers={lienFormations(rapport, demande, { cle: groupe.cle })}>{groupe.libelle}</Ouvrir>
              </Box>
              <Typography component="span" color="text.secondary" sx={{ fontSize: '0.875rem' }}>
                {formatNumber(groupe.total)} <Evolution groupe={groupe} />
              </Typography>
              <strong>{share(groupe.couvert, groupe.total)}</strong>
            </Box>
            <BarreEtats
              etats={groupe.etats}
              total={groupe.total}
              nom={groupe.libelle}
              vers={(etat) => lienFormations(rapport, demande, { cle: groupe.cle, etat })}
            />
          </li>
        ))}
      </Box>
      {rapport.groupes.length > PREMIERS ? (
        <Button onClick={() => setAll(!all)} aria-expanded={all} sx={{ mt: '12px' }}>
          {all
            ? translate('concordance.couverture.moins')
            : translate('concordance.couverture.tousLesGroupes', { n: rapport.groupes.length })}
        </Button>
      ) : null}
    </>
  );
};

const Tableau = ({ rapport, demande }: Props) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.couverture.${key}`);
  const compared = rapport.comparaison !== null;
  const states = rapport.etats.map(({ etat }) => etat);
  const line = (cle: string | undefined, groupe: Omit<GroupeCouverture, 'cle'>) => (
    <TableRow key={cle ?? 'ensemble'}>
      <TableCell component="th" scope="row">
        <Ouvrir vers={cle === undefined ? null : lienFormations(rapport, demande, { cle })}>
          {groupe.libelle}
        </Ouvrir>
      </TableCell>
      <TableCell align="right">{formatNumber(groupe.total)}</TableCell>
      <TableCell align="right">{share(groupe.couvert, groupe.total)}</TableCell>
      {compared ? (
        <TableCell align="right">
          {groupe.comparaison?.ecartPoints == null ? '–' : difference(groupe.comparaison.ecartPoints)}
        </TableCell>
      ) : null}
      {states.map((etat) => {
        const n = groupe.etats.find((compte) => compte.etat === etat)?.n ?? 0;
        const vers =
          n === 0 ? null : lienFormations(rapport, demande, cle === undefined ? { etat } : { cle, etat });
        return (
          <TableCell key={etat} align="right">
            <Ouvrir vers={vers}>{formatNumber(n)}</Ouvrir>
          </TableCell>
        );
      })}
    </TableRow>
  );
  return (
    <Table size="small" aria-label={t('tableau')}>
      <TableHead>
        <TableRow>
          <TableCell>{t(`groupes.${rapport.groupe}`)}</TableCell>
          <TableCell align="right">{t('total')}</TableCell>
          <TableCell align="right">{t('taux')}</TableCell>
          {compared ? <TableCell align="right">{t('ecart')}</TableCell> : null}
          {states.map((etat) => (
            <TableCell key={etat} align="right" sx={{ whiteSpace: 'normal !important', minWidth: 96 }}>
              {nomEtat(etat)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rapport.groupes.map((groupe) => line(groupe.cle, groupe))}
        {line(undefined, { ...rapport, libelle: t('ensemble') })}
      </TableBody>
    </Table>
  );
};

/** States by group, as stacked bars or as the table that says the same. */
export const GroupesCouverture = (props: Props) => {
  const translate = useTranslate();
  return (
    <DessinOuTableau
      nom={translate('resources.couverture.name', { smart_count: 1 })}
      dessin={<Barres {...props} />}
      tableau={<Tableau {...props} />}
    />
  );
};
