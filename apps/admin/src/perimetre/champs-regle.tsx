import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import {
  NumberInput,
  RadioButtonGroupInput,
  required,
  SelectInput,
  TextInput,
  useTranslate,
} from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { CONDITIONS_INTEGRATION } from '../contract/perimetre.ts';
import { commands } from '../providers/commands.ts';
import { CompteVivant } from './compte-vivant.tsx';
import { ConditionInput, PLATEFORMES, VOIES } from './condition-input.tsx';

const NIVEAUX = ['3', '4', '5', '6', '7', '8'];

/** What the criteria can be chosen among. */
export const useValeurs = () =>
  useQuery({
    queryKey: ['regles-perimetre', 'valeurs'],
    queryFn: ({ signal }) => commands.valeursPerimetre(signal),
    staleTime: 60_000,
  }).data;

const Partie = ({ titre, children }: { titre: string; children: ReactNode }) => (
  <Box sx={{ width: '100%', mt: '8px', mb: '16px' }}>
    <Typography variant="h2" sx={{ mb: '8px' }}>
      {titre}
    </Typography>
    {children}
  </Box>
);

/** The fields of a rule, the same to create it and to edit it, with what it touches as it is written. */
export const ChampsRegle = ({ id }: { id: string | null }) => {
  const translate = useTranslate();
  const valeurs = useValeurs();
  const types = useId();
  const integration = useChoix('conditionIntegration', CONDITIONS_INTEGRATION);
  const plateformes = useChoix('plateforme', PLATEFORMES);
  const voies = useChoix('voie', VOIES);
  const niveaux = useChoix('niveau', NIVEAUX).map(({ id: niveau, name }) => ({ id: Number(niveau), name }));
  const t = (key: string) => translate(`concordance.perimetre.${key}`);
  return (
    <Box
      sx={{
        display: 'grid',
        width: '100%',
        gap: '24px',
        gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,2fr) minmax(0,1fr)' },
        alignItems: 'start',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <TextInput source="nom" validate={required()} autoComplete="off" />
        <RadioButtonGroupInput source="conditionIntegration" choices={integration} validate={required()} />
        <Partie titre={t('criteres')}>
          <TextInput
            source="typeDiplome"
            helperText="concordance.perimetre.typeAide"
            autoComplete="off"
            slotProps={{ htmlInput: { list: types } }}
          />
          <datalist id={types}>
            {[...(valeurs?.familles ?? []), ...(valeurs?.types ?? [])].map(({ valeur, n }) => (
              <option key={valeur} value={valeur} label={`${valeur} (${n})`} />
            ))}
          </datalist>
          <Box
            sx={{
              display: 'grid',
              gap: '0 12px',
              gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0,1fr))' },
            }}
          >
            <SelectInput
              source="filiere"
              choices={voies}
              emptyText="concordance.perimetre.toutes_les_voies"
            />
            <SelectInput
              source="niveau"
              choices={niveaux}
              emptyText="concordance.perimetre.tous_les_niveaux"
            />
            <SelectInput
              source="plateforme"
              choices={plateformes}
              emptyText="concordance.perimetre.toutes_les_plateformes"
            />
          </Box>
        </Partie>
        <Partie titre={t('complementaire')}>
          <ConditionInput valeurs={valeurs} />
        </Partie>
        <NumberInput source="priorite" helperText="concordance.perimetre.prioriteAide" />
      </Box>
      <CompteVivant id={id} />
    </Box>
  );
};
