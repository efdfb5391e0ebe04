import { Typography } from '@mui/material';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { Fiche } from '../affichage/bloc.tsx';
import { formatNumber } from '../affichage/formats.ts';
import type { ChiffresFormation } from '../contract/contexte.ts';
import type { Cpf } from '../contract/etablissement.ts';
import { request, segment } from '../providers/http-client.ts';

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

/** The figures of one formation. */
export const ContexteChiffres = ({ formationId }: { formationId: string }) => {
  const t = useMots();
  const id = segment(formationId);
  const chiffres = useMorceau<ChiffresFormation>(`/formations/${id}/chiffres`);
  const taux = (value: number | null | undefined) =>
    value === null || value === undefined ? null : `${formatNumber(value)} %`;
  return (
    <>
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
  const cpf = useMorceau<Cpf>(`/certifications/${segment(code)}/cpf`);
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
