import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { ETROIT, LARGE } from '../affichage/colonne-large.ts';

/** A small table of a page: its first column names the row, and says there what a narrow screen has no column for. */
export const TableauSimple = ({
  titre,
  colonnes,
  lignes,
  repliees = [],
}: {
  titre: string;
  colonnes: readonly string[];
  lignes: readonly (readonly ReactNode[])[];
  /** The columns, by their titles, that a narrow screen says under the name of the row. */
  repliees?: readonly string[];
}) => (
  <Box role="group" aria-label={titre} tabIndex={0} sx={{ overflowX: 'auto' }}>
    <Table size="small" aria-label={titre} sx={{ '& th, & td': { px: { xs: '6px', sm: '12px' } } }}>
      <TableHead>
        <TableRow>
          {colonnes.map((colonne) => (
            <TableCell key={colonne} sx={repliees.includes(colonne) ? LARGE : {}}>
              {colonne}
            </TableCell>
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
                sx={{
                  fontWeight: index === 0 ? 500 : 400,
                  verticalAlign: 'top',
                  ...(repliees.includes(colonnes[index] ?? '') ? LARGE : {}),
                }}
              >
                {cell}
                {index === 0
                  ? repliees.map((colonne) => (
                      <Box key={colonne} sx={{ ...ETROIT, fontWeight: 400 }}>
                        {colonne} : {cells[colonnes.indexOf(colonne)]}
                      </Box>
                    ))
                  : null}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);
