import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import HelpOutline from '@mui/icons-material/HelpOutline';
import HighlightOff from '@mui/icons-material/HighlightOff';
import RemoveCircleOutline from '@mui/icons-material/RemoveCircleOutline';
import Update from '@mui/icons-material/Update';
import { Box, Typography } from '@mui/material';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { Fiche } from '../affichage/bloc.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { Pastille } from '../affichage/pastille.tsx';
import type { ChiffresFormation, ContexteCpf } from '../contract/contexte.ts';
import type { Controle, ControlesFormation } from '../contract/etablissement.ts';
import { request, segment } from '../providers/http-client.ts';

const looks = {
  conforme: { ton: 'succes', icon: CheckCircleOutline },
  non_conforme: { ton: 'erreur', icon: HighlightOff },
  hors_perimetre: { ton: 'neutre', icon: RemoveCircleOutline },
  inconnu: { ton: 'neutre', icon: HelpOutline },
  perime: { ton: 'alerte', icon: Update },
} as const satisfies Record<Controle['etat'], object>;

const useMots = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.contexte.${key}`, values);
};

/** Reads one piece of context; that nothing is known of it (404) is an answer, not a failure. */
export const useMorceau = <T,>(path: string): UseQueryResult<T | null> =>
  useQuery({
    queryKey: ['contexte', path],
    queryFn: ({ signal }) =>
      request<T>(path, { signal }).catch((error: unknown) => {
        if (error instanceof HttpError && error.status === 404) return null;
        throw error;
      }),
    staleTime: 60_000,
  });

/** One piece of context under its title: being read, failed, empty or there. */
export const Morceau = <T,>({
  titre,
  query,
  children,
}: {
  titre: string;
  query: UseQueryResult<T | null>;
  children: (data: T) => ReactNode;
}) => {
  const t = useMots();
  return (
    <>
      <Typography variant="h3" component="h3" sx={{ mt: '12px', mb: '4px' }}>
        {titre}
      </Typography>
      {query.isPending ? <Chargement /> : null}
      {query.error ? (
        <Erreur titre={t('erreur')} error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data === null ? t('rien') : null}
      {query.data ? children(query.data) : null}
    </>
  );
};

const Controles = ({ controles }: { controles: Controle[] }) => {
  const translate = useTranslate();
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '6px', fontSize: '0.9375rem' }}
    >
      {controles.map(({ critere, etat, detail, desaccords }) => (
        <li key={critere}>
          <Pastille {...looks[etat]}>{translate(`concordance.valeurs.etatControle.${etat}`)}</Pastille>{' '}
          {detail}
          {desaccords.map(({ source, dit }) => (
            <Box key={source} sx={{ fontSize: '0.875rem', pl: '12px' }}>
              {translate(`concordance.valeurs.sourceControle.${source}`, { _: source })} : {dit}
            </Box>
          ))}
        </li>
      ))}
    </Box>
  );
};

/** The checks of the establishment for one formation, and the figures it has. */
export const ContexteFormation = ({ formationId }: { formationId: string }) => {
  const t = useMots();
  const id = segment(formationId);
  const controles = useMorceau<ControlesFormation>(`/formations/${id}/controles`);
  const chiffres = useMorceau<ChiffresFormation>(`/formations/${id}/chiffres`);
  const taux = (value: number | null | undefined) =>
    value === null || value === undefined ? null : `${formatNumber(value)} %`;
  return (
    <>
      <Morceau titre={t('controles')} query={controles}>
        {(data) => (data.controles.length > 0 ? <Controles controles={data.controles} /> : t('rien'))}
      </Morceau>
      <Morceau titre={t('chiffres')} query={chiffres}>
        {({ couverture, chiffres: values }) => (
          <Fiche
            lignes={[
              [t('couverture'), couverture],
              [t('nbAnneeTerm'), values?.nbAnneeTerm ?? null],
              [t('tauxEmploi'), taux(values?.tauxEnEmploi6Mois)],
              [t('tauxFormation'), taux(values?.tauxEnFormation)],
            ]}
          />
        )}
      </Morceau>
    </>
  );
};

/** Whether the first candidate lives in the CPF. */
export const ContexteCertification = ({ code }: { code: string }) => {
  const translate = useTranslate();
  const t = useMots();
  const cpf = useMorceau<ContexteCpf>(`/certifications/${segment(code)}/cpf`);
  return (
    <Morceau titre={t('cpf', { code })} query={cpf}>
      {({ dansOffre, annees }) => (
        <Fiche
          lignes={[
            [
              t('dansOffre'),
              dansOffre === null
                ? t('inconnu')
                : translate(`concordance.application.${dansOffre ? 'oui' : 'non'}`),
            ],
            [
              t('dossiers'),
              annees.map(({ annee, dossiers }) => `${annee} : ${formatNumber(dossiers)}`).join(', '),
            ],
          ]}
        />
      )}
    </Morceau>
  );
};
