import { Alert, Box, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Bloc } from '../affichage/bloc.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { useSettled } from '../affichage/use-settled.ts';
import type { CompteDeRegle, RegleEdit } from '../contract/perimetre.ts';
import { commands } from '../providers/commands.ts';
import { canBeCounted, regleEditOf } from './regle-edit-of.ts';

const Campagne = ({ compte }: { compte: CompteDeRegle }) => {
  const translate = useTranslate();
  const t = (key: string) =>
    translate(`concordance.perimetre.compte.${key}`, {
      total: formatNumber(compte.total),
      places: formatNumber(compte.places),
      voeux: formatNumber(compte.voeux),
      decidees: formatNumber(compte.decidees),
      entrent: formatNumber(compte.entrent),
      sortent: formatNumber(compte.sortent),
    });
  return (
    <Box component="li">
      <Typography sx={{ fontWeight: 500 }}>{compte.campagneNom}</Typography>
      <Typography>
        <strong>{formatNumber(compte.formations)}</strong> {t('surTotal')}
      </Typography>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
        {t('poids')}
        {compte.decidees < compte.formations ? ` ${t('decidees')}` : ''}
      </Typography>
      <Typography sx={{ fontSize: '0.875rem' }}>{t('mouvement')}</Typography>
    </Box>
  );
};

/** How many formations the rule being written touches, in the newest campaign of each platform. */
export const CompteVivant = ({ id }: { id: string | null }) => {
  const translate = useTranslate();
  const form = useSettled(useWatch() as Partial<RegleEdit>);
  const regle = { ...regleEditOf(form), nom: form.nom || '–' };
  const { data, error, isFetching } = useQuery({
    queryKey: ['regles-perimetre', 'compte', id, regle],
    queryFn: ({ signal }) => commands.compterRegle(id, regle, signal),
    enabled: canBeCounted(form),
    placeholderData: keepPreviousData,
  });
  const t = (key: string) => translate(`concordance.perimetre.compte.${key}`);
  return (
    <Bloc titre={t('titre')}>
      <Box role="status" aria-busy={isFetching} sx={{ opacity: isFetching ? 0.7 : 1 }}>
        {canBeCounted(form) ? null : <Typography>{t('incomplete')}</Typography>}
        {error ? <Alert severity="error">{error.message}</Alert> : null}
        {data?.data.length === 0 ? <Typography>{t('aucune')}</Typography> : null}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '12px' }}>
          {(canBeCounted(form) ? (data?.data ?? []) : []).map((compte) => (
            <Campagne key={compte.campagneId} compte={compte} />
          ))}
        </Box>
      </Box>
    </Bloc>
  );
};
