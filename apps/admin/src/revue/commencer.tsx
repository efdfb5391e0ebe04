import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { Button } from '@mui/material';
import { LinkBase, useCanAccess, useListContext, useNavigate, useNotify, useTranslate } from 'react-admin';
import type { Revue } from '../contract/formation.ts';
import { commandsRevue, type FiltreRevue } from '../providers/commands-revue.ts';
import { revuePath } from './revue-query.ts';
import { donneDesBaux } from './use-file.ts';

/** Opens the first item of the filtered queue that nobody else holds; for those who only read, the first of the list. */
export const Commencer = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const list = useListContext<Revue>();
  const { canAccess: decides = false } = useCanAccess({ resource: 'revues', action: 'decider' });
  const filtre = list.filterValues as FiltreRevue;
  const first = list.data?.[0];
  if (!first) return null;
  const look = { variant: 'contained', startIcon: <FactCheckOutlined /> } as const;
  const label = translate('concordance.revue.commencer');
  if (!decides || !donneDesBaux(filtre)) {
    return (
      <Button component={LinkBase} to={revuePath(first.id, filtre)} {...look}>
        {label}
      </Button>
    );
  }
  const prendre = async () => {
    try {
      const { data: given } = await commandsRevue.prochaines(filtre, 1);
      if (given[0]) navigate(revuePath(given[0].id, filtre));
      else notify('concordance.revue.toutesPrises', { type: 'info' });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  return (
    <Button {...look} onClick={() => void prendre()}>
      {label}
    </Button>
  );
};
