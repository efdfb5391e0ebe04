import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { formatInstant } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { Execution } from '../contract/campagne.ts';
import { isActive, Ouverture, Progression } from './progression.tsx';

/** One run in a list of runs: when, where it stands, what it gave. */
export const LigneExecution = ({
  execution,
  publiee = false,
  avecCampagne = false,
}: {
  execution: Execution;
  publiee?: boolean;
  avecCampagne?: boolean;
}) => {
  const translate = useTranslate();
  const date = formatInstant(execution.creeeLe);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: '6px',
        pb: '12px',
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { border: 0, pb: 0 },
      }}
    >
      <Rangee>
        <LienFiche to={`/executions/${execution.id}/show`}>
          {avecCampagne ? `${execution.campagneNom}, ${date}` : date}
        </LienFiche>
        <ExecutionPastille statut={execution.statut} />
        {publiee ? <Pastille ton="info">{translate('concordance.campagnes.dejaPubliee')}</Pastille> : null}
      </Rangee>
      {isActive(execution) ? <Progression execution={execution} /> : null}
      {!isActive(execution) && execution.compteurs ? (
        <CompteursBarre compteurs={execution.compteurs} />
      ) : null}
      <Ouverture execution={execution} />
      {execution.erreur ? <span>{execution.erreur}</span> : null}
    </Box>
  );
};
