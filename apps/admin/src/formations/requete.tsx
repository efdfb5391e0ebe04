import ManageSearch from '@mui/icons-material/ManageSearch';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useConditionEnMots } from '../conditions/condition-mots.ts';
import type { Condition } from '../contract/condition.ts';
import { DialogueRequete } from './dialogue-requete.tsx';
import { useRequete } from './use-requete.ts';
import { useVocabulaire } from './use-vocabulaire.ts';

export const BoutonRequete = () => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" startIcon={<ManageSearch />} onClick={() => setOpen(true)}>
        {translate('concordance.formations.requete.titre')}
      </Button>
      {open ? <DialogueRequete onClose={() => setOpen(false)} /> : null}
    </>
  );
};

/** The query in force, in words, above the rows that it keeps. */
export const RequeteEnVigueur = () => {
  const { condition } = useRequete();
  return condition === null ? null : <EnMots condition={condition} />;
};

const EnMots = ({ condition }: { condition: Condition }) => {
  const translate = useTranslate();
  const { ask } = useRequete();
  const { choix } = useVocabulaire();
  const inWords = useConditionEnMots(choix);
  const [open, setOpen] = useState(false);
  const t = (key: string) => translate(`concordance.formations.requete.${key}`);
  return (
    <Alert
      severity="info"
      icon={<ManageSearch />}
      sx={{ mb: '12px', flexWrap: 'wrap', '& .MuiAlert-message': { minWidth: 0, flex: '1 1 240px' } }}
      action={
        <Box sx={{ display: 'flex', gap: '8px', flexWrap: 'wrap' }}>
          <Button size="small" onClick={() => setOpen(true)}>
            {t('modifier')}
          </Button>
          <Button size="small" onClick={() => ask(null)}>
            {t('retirer')}
          </Button>
        </Box>
      }
    >
      <Typography component="span" sx={{ fontWeight: 700 }}>
        {t('enVigueur')}
      </Typography>{' '}
      {inWords(condition).replace(/^\((.*)\)$/, '$1')}
      {open ? <DialogueRequete onClose={() => setOpen(false)} /> : null}
    </Alert>
  );
};
