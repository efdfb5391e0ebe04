import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import type { Finalite } from '../contract/finalite.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';

/** Ends a purpose: the statistics are computed no more, the declaration stays in the history. */
export const RetirerFinalite = ({ finalite }: { finalite: Finalite }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const [confirming, setConfirming] = useState(false);
  return (
    <>
      <Button variant="outlined" color="error" disabled={pending} onClick={() => setConfirming(true)}>
        {translate('concordance.finalites.retirer')}
      </Button>
      <Confirm
        isOpen={confirming}
        title="concordance.finalites.retirerTitre"
        content="concordance.finalites.retirerTexte"
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          void run(() => commands.retirerFinalite(finalite.id), 'concordance.finalites.retireeFait');
        }}
      />
    </>
  );
};
