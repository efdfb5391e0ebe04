import CancelOutlined from '@mui/icons-material/CancelOutlined';
import Replay from '@mui/icons-material/Replay';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useCanAccess, useGetList, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { Collecte, Source } from '../contract/collecte.ts';
import { PageSuivie } from '../executions/page-suivie.tsx';
import { isActive } from '../executions/progression.tsx';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';
import { Avancement } from './avancement.tsx';
import { IdentifiantsManquants } from './identifiants-manquants.tsx';

const Actions = ({ collecte }: { collecte: Collecte }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const { canAccess } = useCanAccess({ resource: 'collectes', action: 'create' });
  if (!canAccess) return null;
  const say = (key: string) => translate(`concordance.collectes.${key}`);
  if (isActive(collecte)) {
    return (
      <Button
        startIcon={<CancelOutlined />}
        disabled={pending}
        onClick={() => void run(() => commands.annulerCollecte(collecte.id), 'concordance.collectes.annulee')}
      >
        {say('annuler')}
      </Button>
    );
  }
  if (collecte.statut !== 'echouee') return null;
  return (
    <Button
      variant="outlined"
      startIcon={<Replay />}
      disabled={pending}
      onClick={() => void run(() => commands.reprendreCollecte(collecte.id), 'concordance.collectes.reprise')}
    >
      {say('reprendre')}
    </Button>
  );
};

const Etat = ({ collecte }: { collecte: Collecte }) => {
  const translate = useTranslate();
  const { statut, message } = collecte;
  if (isActive(collecte)) {
    return (
      <Box role="status">
        <Avancement collecte={collecte} />
        {message ? (
          <Alert severity="info" sx={{ mt: '8px' }}>
            {message}
          </Alert>
        ) : null}
      </Box>
    );
  }
  if (statut === 'echouee') {
    return (
      <Alert severity="error">
        <strong>{translate('concordance.collectes.echec')}</strong>
        <div>{message}</div>
        <div>{translate('concordance.collectes.echecAide')}</div>
      </Alert>
    );
  }
  return <Alert severity={statut === 'terminee' ? 'success' : 'info'}>{message}</Alert>;
};

const Instantanes = ({ instantanes }: Pick<Collecte, 'instantanes'>) => {
  const translate = useTranslate();
  if (instantanes.length === 0) return null;
  return (
    <Bloc titre={translate('concordance.collectes.instantanes')}>
      <Box component="ul" sx={{ m: 0, pl: '20px', display: 'grid', gap: '4px' }}>
        {instantanes.map(({ id, nom, statut, lignes }) => (
          <li key={id}>
            <Rangee>
              <LienFiche to={`/instantanes/${id}/show`}>{nom}</LienFiche>
              <Typography component="span" color="text.secondary" sx={{ fontSize: '0.875rem' }}>
                {translate('concordance.collectes.lignes', { n: formatNumber(lignes) })}
              </Typography>
              {statut === 'a_confirmer' ? (
                <Pastille ton="alerte">
                  {translate('concordance.valeurs.statutInstantane.a_confirmer')}
                </Pastille>
              ) : null}
            </Rangee>
          </li>
        ))}
      </Box>
    </Bloc>
  );
};

const Detail = () => {
  const translate = useTranslate();
  const collecte = useRecordContext<Collecte>();
  const { data: sources = [] } = useGetList<Source>('sources');
  if (!collecte) return null;
  const label = (field: string) => translate(`resources.collectes.fields.${field}`);
  const parametres = Object.entries(collecte.parametres);
  const source = sources.find(({ id }) => id === collecte.source);
  return (
    <Pile largeur={760}>
      <Etat collecte={collecte} />
      <IdentifiantsManquants source={source} />
      <Bloc titre={translate('concordance.collectes.detail')} action={<Actions collecte={collecte} />}>
        <Fiche
          lignes={[
            [label('statut'), <ExecutionPastille key="statut" statut={collecte.statut} />],
            [label('source'), source?.libelle ?? collecte.source],
            [label('auteur'), collecte.auteur],
            [label('lignes'), formatNumber(collecte.lignes)],
            [label('refusees'), formatNumber(collecte.refusees)],
            [label('creeLe'), formatInstant(collecte.creeLe)],
            [label('termineLe'), collecte.termineLe ? formatInstant(collecte.termineLe) : null],
            ...parametres.map(([nom, valeur]) => [nom, textOf(valeur)] as const),
          ]}
        />
      </Bloc>
      <Instantanes instantanes={collecte.instantanes} />
    </Pile>
  );
};

/** A value of a parameter in words; a long list by its first values. */
const textOf = (valeur: unknown): string => {
  if (!Array.isArray(valeur)) return typeof valeur === 'string' ? valeur : JSON.stringify(valeur);
  const shown = valeur.slice(0, 5).map(String).join(', ');
  return valeur.length > 5 ? `${shown}… (${formatNumber(valeur.length)})` : shown;
};

const Titre = () => <>{useRecordContext<Collecte>()?.source}</>;

export const CollecteShow = () => (
  <PageSuivie<Collecte> titre={<Titre />}>
    <Detail />
  </PageSuivie>
);
