import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import PauseOutlined from '@mui/icons-material/PauseOutlined';
import PlayArrow from '@mui/icons-material/PlayArrow';
import WarningAmber from '@mui/icons-material/WarningAmber';
import { Button, Typography } from '@mui/material';
import { CreateButton, DataTable, TopToolbar, useCanAccess, useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import { LienFiche, Liste, Rangee, Tableau } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import type { Planification } from '../contract/planification.ts';
import { POLL_MS } from '../executions/progression.tsx';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';
import type { Ton } from '../theme/tons.ts';

const Column = DataTable.Col<Planification>;
/** Schedules are written, and shown, in the time of those who write them, wherever the browser is. */
const aParis = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
const TONS: Record<NonNullable<Planification['dernierResultat']>, Ton> = {
  en_cours: 'info',
  succes: 'succes',
  echec: 'erreur',
};

const Resultat = (planification: Planification) => {
  const { dernierResultat, dernierMessage, derniereExecutionLe, enRetard, collecteId } = planification;
  const translate = useTranslate();
  return (
    <>
      <Rangee>
        {dernierResultat ? (
          <Pastille ton={TONS[dernierResultat]}>
            {translate(`concordance.valeurs.resultatPlanification.${dernierResultat}`)}
          </Pastille>
        ) : (
          translate('concordance.planification.jamais')
        )}
        {enRetard ? (
          <Pastille ton="alerte" icon={WarningAmber}>
            {translate('concordance.planification.enRetard')}
          </Pastille>
        ) : null}
      </Rangee>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
        {[derniereExecutionLe ? formatInstant(derniereExecutionLe) : '', dernierMessage]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {collecteId ? (
        <LienFiche to={`/collectes/${collecteId}/show`}>
          {translate('concordance.planification.voirCollecte')}
        </LienFiche>
      ) : null}
    </>
  );
};

const Actions = ({ planification }: { planification: Planification }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const { actif, nom } = planification;
  const say = (key: string) => translate(`concordance.planification.${key}`);
  return (
    <Rangee>
      <Button
        size="small"
        startIcon={<PlayArrow />}
        disabled={pending}
        aria-label={`${say('lancer')} : ${nom}`}
        onClick={() =>
          void run(() => commands.lancerPlanification(planification.id), 'concordance.planification.lancee')
        }
      >
        {say('lancer')}
      </Button>
      <Button
        size="small"
        startIcon={actif ? <PauseOutlined /> : <EventRepeatOutlined />}
        disabled={pending}
        aria-label={`${say(actif ? 'pause' : 'reprendre')} : ${nom}`}
        onClick={() =>
          void run(
            () => commands.activerPlanification(planification, !actif),
            actif ? 'concordance.planification.enPause' : 'concordance.planification.reprise',
          )
        }
      >
        {say(actif ? 'pause' : 'reprendre')}
      </Button>
    </Rangee>
  );
};

export const PlanificationList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'planifications', action: 'edit' });
  return (
    <Liste<Planification>
      sort={{ field: 'nom', order: 'ASC' }}
      queryOptions={{
        refetchInterval: (query) =>
          query.state.data?.data?.some(({ dernierResultat }) => dernierResultat === 'en_cours')
            ? POLL_MS
            : POLL_MS * 5,
      }}
      actions={
        canAccess ? (
          <TopToolbar>
            <CreateButton label="concordance.planification.creerTitre" />
          </TopToolbar>
        ) : (
          false
        )
      }
    >
      <Tableau vide="concordance.planification.vide" secondaires={['cron', 'source']}>
        <Column
          source="nom"
          render={({ id, nom, chemin }) => (
            <>
              {canAccess ? <LienFiche to={`/planifications/${id}`}>{nom}</LienFiche> : nom}
              <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
                {chemin ?? translate('concordance.valeurs.genrePlanification.connecteur')}
              </Typography>
            </>
          )}
        />
        <Column source="source" render={({ source }) => <code>{source}</code>} />
        <Column source="cron" disableSort render={({ cron }) => <code>{cron}</code>} />
        <Column
          source="prochaine"
          disableSort
          render={({ prochaine }) =>
            prochaine ? aParis.format(new Date(prochaine)) : translate('concordance.planification.suspendue')
          }
        />
        <Column
          source="dernierResultat"
          disableSort
          render={(planification) => <Resultat {...planification} />}
        />
        {canAccess ? (
          <Column
            source="actions"
            label="concordance.planification.actions"
            disableSort
            render={(planification) => <Actions planification={planification} />}
          />
        ) : null}
      </Tableau>
    </Liste>
  );
};
