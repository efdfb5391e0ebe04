import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { DemandeCouverture, RapportCouverture } from '../contract/couverture.ts';
import { lienFormations } from './demande.ts';
import { nomEtat } from './etats-couverture.ts';
import { difference, share } from './parts.ts';

/** Every state with its count, its share and what it was; each opens the formations it concerns. */
export const RaisonsCouverture = ({
  rapport,
  demande,
}: {
  rapport: RapportCouverture;
  demande: DemandeCouverture;
}) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.couverture.${key}`);
  const { comparaison, total } = rapport;
  const lignes = comparaison?.etats ?? rapport.etats.map((compte) => ({ ...compte, ecart: 0 }));
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('etat')}</TableCell>
          <TableCell align="right">{t('nombre')}</TableCell>
          <TableCell align="right">{t('part')}</TableCell>
          {comparaison ? <TableCell align="right">{t('ecartNombre')}</TableCell> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {lignes.map(({ etat, n, ecart }) => {
          const vers = n === 0 ? null : lienFormations(rapport, demande, { etat });
          return (
            <TableRow key={etat}>
              <TableCell component="th" scope="row">
                {vers === null ? nomEtat(etat) : <LienFiche to={vers}>{nomEtat(etat)}</LienFiche>}
              </TableCell>
              <TableCell align="right">{formatNumber(n)}</TableCell>
              <TableCell align="right">{share(n, total)}</TableCell>
              {comparaison ? <TableCell align="right">{difference(ecart)}</TableCell> : null}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};
