import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Pastille } from '../affichage/pastille.tsx';
import { TONS_CHANGEMENT, ValeursChangees } from '../affichage/valeurs-changees.tsx';
import type { Changement } from '../contract/instantane.ts';

/** Of a row added or removed, the fields that say what it is. */
const RESUME = /libelle|intitule|date/i;

export const LignesChangees = ({ changements }: { changements: Changement[] }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.comparaison.${key}`);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" sx={{ '& td': { verticalAlign: 'top', overflowWrap: 'anywhere' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('code')}</TableCell>
            <TableCell>{t('genre')}</TableCell>
            <TableCell>{t('valeurs')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changements.map((changement, index) => (
            <TableRow key={`${changement.cle} ${index}`}>
              <TableCell sx={{ minWidth: 112 }}>
                <code>{changement.cle}</code>
              </TableCell>
              <TableCell>
                <Pastille ton={TONS_CHANGEMENT[changement.genre]}>
                  {translate(`concordance.valeurs.genreChangement.${changement.genre}`)}
                </Pastille>
              </TableCell>
              <TableCell>
                <ValeursChangees {...changement} resume={RESUME} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
