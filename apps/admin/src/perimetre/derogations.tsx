import Add from '@mui/icons-material/Add';
import DeleteOutline from '@mui/icons-material/DeleteOutline';
import { Box, Button, IconButton, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { useChoix } from '../affichage/choix.ts';
import {
  CONDITIONS_INTEGRATION,
  type ConditionIntegration,
  type ReglePerimetre,
} from '../contract/perimetre.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';
import { useValeurs } from './champs-regle.tsx';

const listStyle = { listStyle: 'none', m: 0, mb: '16px', p: 0, display: 'grid', gap: '4px' };

/** The académies that depart from a national rule, and the way to add one. The API says who may. */
export const Derogations = ({ regle }: { regle: ReglePerimetre }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const { canAccess } = useCanAccess({ resource: 'regles-perimetre', action: 'deroger' });
  const [academie, setAcademie] = useState('');
  const [condition, setCondition] = useState<ConditionIntegration>('ne_doit_pas_integrer');
  const integration = useChoix('conditionIntegration', CONDITIONS_INTEGRATION);
  const academies = useValeurs()?.academies ?? [];
  const t = (key: string) => translate(`concordance.perimetre.${key}`);
  const nameOf = (code: string) => academies.find((each) => each.code === code)?.nom ?? code;
  const own = Object.entries(regle.derogations);
  const writable = canAccess === true && regle.supprimeeLe === null;
  const add = async () => {
    const done = 'concordance.perimetre.derogationFaite';
    if (await run(() => commands.deroger(regle, academie, condition), done)) setAcademie('');
  };
  return (
    <Bloc titre={t('derogations')}>
      {own.length === 0 ? <Typography sx={{ mb: '16px' }}>{t('aucuneDerogation')}</Typography> : null}
      <Box component="ul" sx={listStyle}>
        {own.map(([code, said]) => (
          <Box component="li" key={code} sx={{ display: 'flex', alignItems: 'center', gap: '8px' }}>
            <span>
              <strong>{nameOf(code)}</strong> :{' '}
              {translate(`concordance.valeurs.conditionIntegration.${said}`)}
            </span>
            {writable ? (
              <IconButton
                aria-label={`${t('retirer')} : ${nameOf(code)}`}
                disabled={pending}
                onClick={() =>
                  void run(
                    () => commands.retirerDerogation(regle, code),
                    'concordance.perimetre.derogationRetiree',
                  )
                }
              >
                <DeleteOutline />
              </IconButton>
            ) : null}
          </Box>
        ))}
      </Box>
      {writable ? (
        <Box
          sx={{
            display: 'grid',
            gap: '8px',
            gridTemplateColumns: { sm: '1fr 1.5fr auto' },
            alignItems: 'center',
          }}
        >
          <TextField
            select
            size="small"
            label={t('academie')}
            value={academie}
            onChange={({ target }) => setAcademie(target.value)}
            sx={{ m: 0, minWidth: 0 }}
          >
            {academies.map(({ code, nom }) => (
              <MenuItem key={code} value={code}>
                {nom}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            size="small"
            label={t('conditionLocale')}
            value={condition}
            onChange={({ target }) => setCondition(target.value as ConditionIntegration)}
            sx={{ m: 0, minWidth: 0 }}
          >
            {integration.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <Button startIcon={<Add />} disabled={pending || academie === ''} onClick={() => void add()}>
            {t('deroger')}
          </Button>
        </Box>
      ) : null}
    </Bloc>
  );
};
