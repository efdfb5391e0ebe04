import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Pastille } from '../affichage/pastille.tsx';
import type { Changement, GenreChangement } from '../contract/instantane.ts';
import type { Ton } from '../theme/tons.ts';

const TONS: Record<GenreChangement, Ton> = { ajoute: 'succes', retire: 'erreur', modifie: 'alerte' };

/** A value of a row as people read it: a list by its items, nothing as a dash. */
const texte = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined || valeur === '') return '–';
  if (Array.isArray(valeur)) return valeur.length === 0 ? '–' : valeur.map(texte).join(', ');
  if (typeof valeur === 'string') return valeur;
  return JSON.stringify(valeur);
};

/** Of a row added or removed, the fields that say what it is; of one changed, each old and new value. */
const Valeurs = ({ genre, champs }: Changement) => {
  const shown =
    genre === 'modifie' ? champs : champs.filter(({ champ }) => /libelle|intitule|date/i.test(champ));
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: '2px' }}>
      {shown.map(({ champ, avant, apres }) => (
        <Box key={champ} sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 8px' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {champ}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {genre === 'ajoute' ? null : <del>{texte(avant)}</del>}
            {genre === 'modifie' ? ' → ' : null}
            {genre === 'retire' ? null : <ins>{texte(apres)}</ins>}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

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
                <Pastille ton={TONS[changement.genre]}>
                  {translate(`concordance.valeurs.genreChangement.${changement.genre}`)}
                </Pastille>
              </TableCell>
              <TableCell>
                <Valeurs {...changement} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
