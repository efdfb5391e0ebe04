import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import PlayArrow from '@mui/icons-material/PlayArrow';
import PublishOutlined from '@mui/icons-material/PublishOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useCanAccess, useTranslate } from 'react-admin';
import { Rangee } from '../affichage/liste.tsx';
import type { Campagne } from '../contract/campagne.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';

export const ActionsCampagne = ({ campagne }: { campagne: Campagne }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const [confirming, setConfirming] = useState(false);
  const lancer = useCanAccess({ resource: 'campagnes', action: 'lancer' });
  const publier = useCanAccess({ resource: 'campagnes', action: 'publier' });
  const exporter = useCanAccess({ resource: 'campagnes', action: 'exporter' });
  const derniere = campagne.derniereTermineeId;
  if (!lancer.canAccess && !publier.canAccess && !exporter.canAccess) return null;
  return (
    <Rangee>
      {lancer.canAccess ? (
        <Button
          variant="contained"
          startIcon={<PlayArrow />}
          disabled={pending}
          onClick={() =>
            void run(() => commands.lancerExecution(campagne.id), 'concordance.campagnes.lancee')
          }
        >
          {translate('concordance.campagnes.lancer')}
        </Button>
      ) : null}
      {exporter.canAccess && campagne.compteurs ? (
        <Button
          variant="outlined"
          startIcon={<FileDownloadOutlined />}
          disabled={pending}
          onClick={() => void run(() => commands.exporter(campagne.id), 'concordance.campagnes.exportLance')}
        >
          {translate('concordance.campagnes.exporter')}
        </Button>
      ) : null}
      {publier.canAccess && campagne.compteurs && derniere && derniere !== campagne.executionPublieeId ? (
        <Button
          variant="outlined"
          startIcon={<PublishOutlined />}
          disabled={pending}
          onClick={() => setConfirming(true)}
        >
          {translate('concordance.campagnes.publier')}
        </Button>
      ) : null}
      {derniere ? (
        <Confirm
          isOpen={confirming}
          title="concordance.campagnes.publierTitre"
          content={translate('concordance.campagnes.publierTexte', { nom: campagne.nom })}
          confirm="concordance.campagnes.publier"
          onClose={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            void run(() => commands.publier(campagne.id, derniere), 'concordance.campagnes.publiee');
          }}
        />
      ) : null}
    </Rangee>
  );
};
