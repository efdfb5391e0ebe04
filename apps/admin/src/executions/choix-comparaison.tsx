import { MenuItem, TextField } from '@mui/material';
import { useGetList, useNavigate, useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import type { Execution } from '../contract/campagne.ts';

/** The other ended runs of the campaign: choosing one opens the comparison. */
export const ChoixComparaison = ({ execution }: { execution: Execution }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { data } = useGetList<Execution>('executions', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'creeeLe', order: 'DESC' },
    filter: { campagneId: execution.campagneId, statut: 'terminee' },
  });
  const others = data?.filter(({ id }) => id !== execution.id) ?? [];
  if (execution.statut !== 'terminee' || others.length === 0) return null;
  return (
    <TextField
      select
      size="small"
      label={translate('concordance.comparaisonExecutions.avec')}
      value=""
      onChange={(event) => navigate(`/executions/${execution.id}/comparaison/${event.target.value}`)}
      sx={{ m: 0, width: 280 }}
    >
      {others.map(({ id, creeeLe }) => (
        <MenuItem key={id} value={id}>
          {formatInstant(creeeLe)}
        </MenuItem>
      ))}
    </TextField>
  );
};
