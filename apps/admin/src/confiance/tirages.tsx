import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatInstant, formatNumber, formatPercent } from '../affichage/formats.ts';
import { Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import type { Tirage } from '../contract/revue.ts';
import { newCommandId } from '../providers/command-id.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { useCommande } from '../providers/use-commande.ts';
import { DialogueTirage } from './dialogue-tirage.tsx';

const LigneTirage = ({ tirage, peutClore }: { tirage: Tirage; peutClore: boolean }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  // The same id when sent again: the band is closed once.
  const [commandeId] = useState(newCommandId);
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.confiance.${key}`, values);
  const { genre, etat, confianceMin, confianceMax, precision, borneErreur } = tirage;
  return (
    <Box
      component="li"
      sx={{ pb: '12px', borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0, pb: 0 } }}
    >
      <Rangee>
        <strong>{t(`genre.${genre}`)}</strong>
        <Pastille ton={etat === 'en_cours' ? 'info' : 'succes'}>{t(`etat.${etat}`)}</Pastille>
        {genre === 'bande' && confianceMin !== null && confianceMax !== null ? (
          <span>
            {formatPercent(confianceMin)} – {formatPercent(confianceMax)}
          </span>
        ) : null}
      </Rangee>
      <div>
        {t('lus', {
          lus: tirage.lus,
          taille: tirage.taille,
          faux: tirage.faux,
          incertains: tirage.incertains,
        })}
        {' · '}
        {t('population', { n: formatNumber(tirage.population) })} · {t('graine', { graine: tirage.graine })}
      </div>
      {precision ? (
        <div>
          {t('valeur', {
            valeur: formatPercent(precision.valeur),
            basse: formatPercent(precision.basse),
            haute: formatPercent(precision.haute),
          })}
        </div>
      ) : null}
      {borneErreur === null ? null : <div>{t('borne', { valeur: formatPercent(borneErreur) })}</div>}
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
        {t('auteur', { auteur: tirage.auteur, date: formatInstant(tirage.creeLe) })}
      </Typography>
      {genre === 'bande' && etat !== 'clos' && peutClore ? (
        <Rangee>
          <Button
            variant="outlined"
            disabled={pending || !tirage.cloturePossible}
            onClick={() =>
              void run(() => commandsRevue.clore(tirage.id, commandeId), 'concordance.confiance.close')
            }
          >
            {t('clore')}
          </Button>
          {tirage.raison}
        </Rangee>
      ) : null}
    </Box>
  );
};

/** Every sample drawn for the campaign: its seed, what was read of it, what it allows. */
export const Tirages = ({ campagneId }: { campagneId: string }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { canAccess: adjudicates = false } = useCanAccess({ resource: 'tirages', action: 'create' });
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['tirages', campagneId],
    queryFn: ({ signal }) => commandsRevue.tirages(campagneId, signal),
  });
  const t = (key: string) => translate(`concordance.confiance.${key}`);
  return (
    <Bloc
      titre={t('tirages')}
      action={
        adjudicates ? (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {t('tirer')}
          </Button>
        ) : undefined
      }
    >
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data?.data.length === 0 ? t('pasDeTirage') : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '12px' }}>
        {(data?.data ?? []).map((tirage) => (
          <LigneTirage key={tirage.id} tirage={tirage} peutClore={adjudicates} />
        ))}
      </Box>
      {open ? <DialogueTirage campagneId={campagneId} onClose={() => setOpen(false)} /> : null}
    </Bloc>
  );
};
