import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { ImportFichier } from '../contract/campagne.ts';
import { PageSuivie } from '../executions/page-suivie.tsx';
import { isActive } from '../executions/progression.tsx';

const Detail = () => {
  const translate = useTranslate();
  const fichier = useRecordContext<ImportFichier>();
  if (!fichier) return null;
  const label = (field: string) => translate(`resources.imports.fields.${field}`);
  const lignes = formatNumber(fichier.lignes ?? 0);
  return (
    <Pile largeur={760}>
      {isActive(fichier) ? (
        <Box role="status">
          <LinearProgress
            aria-label={translate('concordance.imports.enCours', { nom: fichier.nom })}
            sx={{ height: 10, borderRadius: '4px' }}
          />
          <Typography color="text.secondary" sx={{ mt: '4px' }}>
            {fichier.lignes === null
              ? translate('concordance.imports.attente')
              : translate('concordance.imports.lignesLues', { n: lignes })}
          </Typography>
        </Box>
      ) : null}
      {fichier.statut === 'terminee' ? (
        <Alert severity={fichier.refusees ? 'warning' : 'success'}>
          {translate('concordance.imports.termine', {
            lignes,
            refusees: formatNumber(fichier.refusees ?? 0),
          })}
        </Alert>
      ) : null}
      {fichier.instantanes.some(({ statut }) => statut === 'a_confirmer') ? (
        <Alert severity="warning">{translate('concordance.imports.aConfirmer')}</Alert>
      ) : null}
      {fichier.statut === 'echouee' ? (
        <Alert severity="error">
          <strong>{translate('concordance.imports.echec')}</strong>
          <div>{fichier.erreur}</div>
        </Alert>
      ) : null}
      <Bloc titre={translate('concordance.imports.enregistrement')}>
        <Fiche
          lignes={[
            [label('statut'), <ExecutionPastille key="statut" statut={fichier.statut} />],
            [label('table'), fichier.table],
            [label('auteur'), fichier.auteur],
            [label('creeLe'), formatInstant(fichier.creeLe)],
            [label('termineLe'), fichier.termineLe ? formatInstant(fichier.termineLe) : null],
          ]}
        />
        {fichier.instantanes.map(({ id, table, lignes: n }) => (
          <Box key={id} sx={{ mt: '12px' }}>
            <LienFiche to={`/instantanes/${id}/show`}>
              {fichier.instantanes.length === 1
                ? translate('concordance.imports.voirInstantane')
                : translate('concordance.imports.voirTable', { table, n: formatNumber(n) })}
            </LienFiche>
          </Box>
        ))}
      </Bloc>
    </Pile>
  );
};

const Titre = () => <>{useRecordContext<ImportFichier>()?.nom}</>;

export const ImportShow = () => (
  <PageSuivie<ImportFichier> titre={<Titre />}>
    <Detail />
  </PageSuivie>
);
