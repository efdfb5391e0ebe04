import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

/** A small table of a page: its first column names the row. */
export const TableauSimple = ({
  titre,
  colonnes,
  lignes,
}: {
  titre: string;
  colonnes: readonly string[];
  lignes: readonly (readonly ReactNode[])[];
}) => (
  <Box role="group" aria-label={titre} tabIndex={0} sx={{ overflowX: 'auto' }}>
    <Table size="small" aria-label={titre} sx={{ '& th, & td': { px: { xs: '6px', md: '16px' } } }}>
      <TableHead>
        <TableRow>
          {colonnes.map((colonne) => (
            <TableCell key={colonne}>{colonne}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lignes.map((cells, rang) => (
          <TableRow key={rang}>
            {cells.map((cell, index) => (
              <TableCell
                key={colonnes[index]}
                component={index === 0 ? 'th' : 'td'}
                scope={index === 0 ? 'row' : undefined}
                sx={{ fontWeight: index === 0 ? 500 : 400, verticalAlign: 'top' }}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);
