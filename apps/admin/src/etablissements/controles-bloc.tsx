import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import type { Controle } from '../contract/etablissement.ts';
import { commands } from '../providers/commands.ts';
import { EtatPastille } from './etat-pastille.tsx';

const Ligne = ({ controle }: { controle: Controle }) => {
  const translate = useTranslate();
  const source = (id: string) => translate(`concordance.valeurs.sourceControle.${id}`, { _: id });
  const { critere, etat, detail, constat, desaccords } = controle;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'minmax(0,1fr) auto' },
        gap: '4px 12px',
        py: '8px',
        borderTop: '1px solid',
        borderColor: 'divider',
        overflowWrap: 'anywhere',
      }}
    >
      <Typography component="span" sx={{ fontWeight: 500 }}>
        {translate(`concordance.valeurs.critereControle.${critere}`, { _: critere })}
      </Typography>
      <span>
        <EtatPastille etat={etat} />
      </span>
      <Typography component="span" color="text.secondary" sx={{ fontSize: '0.875rem', gridColumn: '1 / -1' }}>
        {constat
          ? `${translate('concordance.controles.perimeDit', {
              constat: translate(`concordance.valeurs.etatControle.${constat}`).toLowerCase(),
            })} `
          : null}
        {detail} ({source(controle.source)})
        {desaccords.map(({ source: autre, dit }) => (
          <Box key={`${autre} ${dit}`} component="span" sx={{ display: 'block', color: 'text.primary' }}>
            {translate('concordance.controles.autreDit', { source: source(autre), dit })}
          </Box>
        ))}
      </Typography>
    </Box>
  );
};

/** The checks of the establishment of a formation, source by source; a failed one is a flag, not a refusal. */
export const ControlesBloc = ({ formationId }: { formationId: string }) => {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['formations', formationId, 'controles'],
    queryFn: ({ signal }) => commands.controles(formationId, signal),
  });
  return (
    <Bloc
      titre={translate('concordance.controles.titre')}
      action={
        data?.etablissement ? (
          <LienFiche to={`/etablissements/${data.etablissement.uai}/show`}>
            {translate('concordance.controles.ouvrir')}
          </LienFiche>
        ) : undefined
      }
    >
      {isPending ? (
        <Chargement />
      ) : error ? (
        <Erreur
          titre={translate('concordance.controles.erreur')}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : data.calculeLe === null ? (
        <Vide>{translate('concordance.controles.enAttente')}</Vide>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data.controles.map((controle) => (
            <Ligne key={controle.critere} controle={controle} />
          ))}
        </Box>
      )}
    </Bloc>
  );
};
