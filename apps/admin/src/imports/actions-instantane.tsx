import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import { Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { Confirm, useCanAccess, useGetList, useRedirect, useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import { Rangee } from '../affichage/liste.tsx';
import type { Instantane } from '../contract/campagne.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';

/** Opens the comparison with another snapshot of the same table. */
const Comparer = ({ instantane }: { instantane: Instantane }) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { data = [] } = useGetList<Instantane>('instantanes', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'importeLe', order: 'DESC' },
    filter: { table: instantane.table },
  });
  const autres = data.filter(({ id }) => id !== instantane.id);
  if (autres.length === 0) return null;
  return (
    <TextField
      select
      label={translate('concordance.comparaison.comparerAvec')}
      value=""
      onChange={(event) => redirect(`/instantanes/${instantane.id}/comparaison/${event.target.value}`)}
      sx={{ minWidth: { xs: '100%', sm: 320 }, m: 0 }}
    >
      {autres.map(({ id, nom, millesime, importeLe }) => (
        <MenuItem key={id} value={id}>
          {[nom, millesime, formatInstant(importeLe)].filter(Boolean).join(' · ')}
        </MenuItem>
      ))}
    </TextField>
  );
};

/** What may be done with a snapshot: compare it, take it out of service, put it back. */
export const ActionsInstantane = ({ instantane }: { instantane: Instantane }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const [confirming, setConfirming] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'instantanes', action: 'retirer' });
  const t = (key: string, options?: object) => translate(`concordance.imports.${key}`, options);
  return (
    <Rangee>
      <Comparer instantane={instantane} />
      {canAccess && instantane.statut !== 'retire' ? (
        <Button
          variant="outlined"
          startIcon={<Inventory2Outlined />}
          disabled={pending}
          onClick={() => setConfirming(true)}
        >
          {t('retirer')}
        </Button>
      ) : null}
      {canAccess && instantane.statut === 'a_confirmer' ? (
        <Button
          variant="contained"
          startIcon={<CheckCircleOutline />}
          disabled={pending}
          onClick={() =>
            void run(() => commands.confirmerInstantane(instantane.id), 'concordance.imports.confirme')
          }
        >
          {t('confirmer')}
        </Button>
      ) : null}
      {canAccess && instantane.statut === 'retire' ? (
        <Button
          variant="outlined"
          startIcon={<UnarchiveOutlined />}
          disabled={pending}
          onClick={() =>
            void run(() => commands.remettreInstantane(instantane.id), 'concordance.imports.remis')
          }
        >
          {t('remettre')}
        </Button>
      ) : null}
      <Confirm
        isOpen={confirming}
        title="concordance.imports.retirerTitre"
        content={t('retirerTexte', { nom: instantane.nom })}
        confirm="concordance.imports.retirer"
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          void run(() => commands.retirerInstantane(instantane.id), 'concordance.imports.retire');
        }}
      />
    </Rangee>
  );
};
