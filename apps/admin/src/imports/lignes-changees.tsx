import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ETROIT, LARGE } from '../affichage/colonne-large.ts';
import { GenreChangement, ValeursChangees } from '../affichage/valeurs-changees.tsx';
import type { Changement } from '../contract/instantane.ts';

/** Of a row added or removed, the fields that say what it is. */
const RESUME = /libelle|intitule|date/i;

export const LignesChangees = ({ changements }: { changements: Changement[] }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.comparaison.${key}`);
  return (
    <Table
      size="small"
      sx={{
        '& td': { verticalAlign: 'top', overflowWrap: 'anywhere' },
        '& th, & td': { px: { xs: '6px', sm: '16px' } },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('code')}</TableCell>
          <TableCell sx={LARGE}>{t('genre')}</TableCell>
          <TableCell>{t('valeurs')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changements.map((changement, index) => (
          <TableRow key={`${changement.cle} ${index}`}>
            <TableCell sx={{ minWidth: 112 }}>
              <code>{changement.cle}</code>
              <Box sx={ETROIT}>
                <GenreChangement genre={changement.genre} />
              </Box>
            </TableCell>
            <TableCell sx={LARGE}>
              <GenreChangement genre={changement.genre} />
            </TableCell>
            <TableCell>
              <ValeursChangees {...changement} resume={RESUME} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
