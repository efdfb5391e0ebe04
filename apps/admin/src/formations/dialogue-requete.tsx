import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { formatNumber } from '../affichage/formats.ts';
import { useSettled } from '../affichage/use-settled.ts';
import { ConditionGroupe } from '../conditions/condition-groupe.tsx';
import { isComplete, NOUVEAU_TEST } from '../conditions/condition-mots.ts';
import type { Condition, GroupeDeConditions } from '../contract/condition.ts';
import type { Formation } from '../contract/formation.ts';
import { useRequete } from './use-requete.ts';
import { useVocabulaire } from './use-vocabulaire.ts';

/** A query travels in the address of the page: servers take no more than some thousands of characters there. */
const MAX_LENGTH = 6_000;

const asGroup = (condition: Condition): GroupeDeConditions =>
  condition.type === 'test' ? { type: 'et', conditions: [condition] } : condition;

/** How many formations a filter keeps; only the count is asked for. */
const useTotal = (filter: object, enabled: boolean) =>
  useGetList<Formation>(
    'formations',
    { pagination: { page: 1, perPage: 1 }, sort: { field: 'rang', order: 'ASC' }, filter },
    { enabled, placeholderData: keepPreviousData },
  );

/** What the query would keep, as it is written, among what the other filters keep. */
const Compte = ({ groupe, others }: { groupe: GroupeDeConditions; others: object }) => {
  const translate = useTranslate();
  const settled = useSettled(groupe);
  const complete = isComplete(settled);
  const kept = useTotal({ ...others, condition: settled }, complete);
  const all = useTotal(others, true);
  return (
    <Box role="status" aria-busy={kept.isFetching} sx={{ mt: '16px', opacity: kept.isFetching ? 0.7 : 1 }}>
      {kept.error && complete ? <Alert severity="error">{kept.error.message}</Alert> : null}
      {complete ? (
        <Typography>
          <strong>{kept.total === undefined ? '…' : formatNumber(kept.total)}</strong>{' '}
          {translate('concordance.formations.requete.compte', {
            smart_count: kept.total ?? 0,
            total: all.total === undefined ? '…' : formatNumber(all.total),
          })}
        </Typography>
      ) : (
        <Typography>{translate('concordance.conditions.incomplete')}</Typography>
      )}
    </Box>
  );
};

/** Builds a query on formations: tests joined by AND and OR, in groups within groups. */
export const DialogueRequete = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const id = useId();
  const { condition, others, ask } = useRequete();
  const vocabulaire = useVocabulaire();
  const narrow = useMediaQuery(({ breakpoints }) => breakpoints.down('sm'));
  const [groupe, setGroupe] = useState<GroupeDeConditions>(() =>
    condition === null ? { type: 'et', conditions: [NOUVEAU_TEST] } : asGroup(condition),
  );
  const tooLong = encodeURIComponent(JSON.stringify(groupe)).length > MAX_LENGTH;
  const t = (key: string) => translate(`concordance.formations.requete.${key}`);
  const apply = (asked: Condition | null) => {
    ask(asked);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md" fullScreen={narrow}>
      <DialogTitle id={id}>{t('dialogue')}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary" sx={{ mb: '16px', fontSize: '0.875rem' }}>
          {t('aide')}
        </Typography>
        <ConditionGroupe
          groupe={groupe}
          vocabulaire={vocabulaire}
          nom={translate('concordance.conditions.conditions')}
          profondeur={1}
          onChange={setGroupe}
          onRemove={() => setGroupe({ type: groupe.type, conditions: [NOUVEAU_TEST] })}
        />
        {tooLong ? (
          <Alert severity="error" sx={{ mt: '16px' }}>
            {t('tropLongue')}
          </Alert>
        ) : (
          <Compte groupe={groupe} others={others} />
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: '8px' }}>
        {condition === null ? null : <Button onClick={() => apply(null)}>{t('retirer')}</Button>}
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={!isComplete(groupe) || tooLong} onClick={() => apply(groupe)}>
          {t('appliquer')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
