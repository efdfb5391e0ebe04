import PublishOutlined from '@mui/icons-material/PublishOutlined';
import RestoreOutlined from '@mui/icons-material/RestoreOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useCanAccess, useTranslate } from 'react-admin';
import type { Campagne, Execution } from '../contract/campagne.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';

/** Publishes an ended run; where a newer one has ended since, that is going back, and it is said. */
export const PublierExecution = ({ execution, campagne }: { execution: Execution; campagne: Campagne }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const [confirming, setConfirming] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'campagnes', action: 'publier' });
  if (!canAccess || execution.statut !== 'terminee' || campagne.executionPublieeId === execution.id)
    return null;
  const back = campagne.executionPublieeId !== null && campagne.derniereTermineeId !== execution.id;
  const t = (key: string) => translate(`concordance.executions.${key}`, { nom: campagne.nom });
  return (
    <>
      <Button
        variant="outlined"
        startIcon={back ? <RestoreOutlined /> : <PublishOutlined />}
        disabled={pending}
        onClick={() => setConfirming(true)}
      >
        {t(back ? 'revenir' : 'publier')}
      </Button>
      <Confirm
        isOpen={confirming}
        title={t(back ? 'revenirTitre' : 'publierTitre')}
        content={t('publierTexte')}
        confirm={t(back ? 'revenir' : 'publier')}
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          void run(() => commands.publier(campagne.id, execution.id), 'concordance.campagnes.publiee');
        }}
      />
    </>
  );
};
