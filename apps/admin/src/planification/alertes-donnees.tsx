import { Alert, Box } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { LienFiche } from '../affichage/liste.tsx';
import type { Instantane } from '../contract/campagne.ts';
import type { Planification } from '../contract/planification.ts';

/** What someone should see to about the data: sources that are late, snapshots that wait for a word. */
export const AlertesDonnees = () => {
  const translate = useTranslate();
  const { data: planifications = [] } = useGetList<Planification>('planifications', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'nom', order: 'ASC' },
    filter: { actif: true },
  });
  const { data: instantanes = [] } = useGetList<Instantane>('instantanes', {
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'importeLe', order: 'DESC' },
    filter: { statut: 'a_confirmer' },
  });
  const enRetard = planifications.filter((planification) => planification.enRetard);
  if (enRetard.length === 0 && instantanes.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: '8px' }}>
      {enRetard.map(({ id, nom, dernierMessage }) => (
        <Alert key={id} severity="warning">
          {translate('concordance.planification.alerteRetard', { nom })} {dernierMessage}{' '}
          <LienFiche to="/planifications">{translate('concordance.planification.voir')}</LienFiche>
        </Alert>
      ))}
      {instantanes.map(({ id, nom }) => (
        <Alert key={id} severity="warning">
          {translate('concordance.planification.alerteConfirmer', { nom })}{' '}
          <LienFiche to={`/instantanes/${id}/show`}>
            {translate('concordance.imports.voirInstantane')}
          </LienFiche>
        </Alert>
      ))}
    </Box>
  );
};
