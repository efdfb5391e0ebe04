import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useCanAccess, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import type { Finalite } from '../contract/finalite.ts';
import { commands } from '../providers/commands.ts';
import { DeclarerFinalite } from './declarer-finalite.tsx';
import { RetirerFinalite } from './retirer-finalite.tsx';
import { StatistiquesVitesse } from './statistiques-vitesse.tsx';

const useMots = () => {
  const translate = useTranslate();
  return (key: string, values?: object) => translate(`concordance.finalites.${key}`, values);
};

const Declaration = ({ finalite }: { finalite: Finalite }) => {
  const t = useMots();
  return (
    <Fiche
      lignes={[
        [t('finalite'), finalite.finalite],
        [t('baseLegale'), finalite.baseLegale],
        [
          t('duree'),
          t('jours', { smart_count: finalite.dureeJours, jours: formatNumber(finalite.dureeJours) }),
        ],
        [
          t('declaree'),
          t('parLe', { auteur: finalite.declareePar, date: formatInstant(finalite.declareeLe) }),
        ],
        [t('retiree'), finalite.retireeLe === null ? null : formatInstant(finalite.retireeLe)],
      ]}
    />
  );
};

/** Why the speed of people's decisions is measured, since when and by whose word; nothing is, without a purpose. */
export const FinalitesPage = () => {
  const t = useMots();
  const { canAccess: declares } = useCanAccess({ resource: 'finalites', action: 'declarer' });
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['finalites'],
    queryFn: ({ signal }) => commands.finalites(signal),
  });
  const active = data?.data.find(({ retireeLe }) => retireeLe === null);
  const retirees = data?.data.filter(({ retireeLe }) => retireeLe !== null) ?? [];
  return (
    <Pile largeur={900}>
      <Title title={t('titre')} preferenceKey={false} />
      <Typography>{t('aide')}</Typography>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Bloc
          titre={t('enVigueur')}
          action={active && declares ? <RetirerFinalite finalite={active} /> : undefined}
        >
          {active ? <Declaration finalite={active} /> : <Typography>{t('aucune')}</Typography>}
          {!active && declares ? <DeclarerFinalite /> : null}
        </Bloc>
      ) : null}
      {active && declares ? <StatistiquesVitesse /> : null}
      {retirees.length > 0 ? (
        <Bloc titre={t('anciennes')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '16px' }}>
            {retirees.map((finalite) => (
              <li key={finalite.id}>
                <Declaration finalite={finalite} />
              </li>
            ))}
          </Box>
        </Bloc>
      ) : null}
    </Pile>
  );
};
