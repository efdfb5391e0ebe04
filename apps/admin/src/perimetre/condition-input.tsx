import Add from '@mui/icons-material/Add';
import { Button, FormHelperText } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { ConditionGroupe } from '../conditions/condition-groupe.tsx';
import { isComplete, NOUVEAU_TEST } from '../conditions/condition-mots.ts';
import { CHAMPS, type Condition } from '../contract/condition.ts';
import type { ValeursPerimetre } from '../contract/perimetre.ts';

export const PLATEFORMES = ['parcoursup', 'affelnet', 'apprentissage', 'generique'];
export const VOIES = ['scolaire', 'apprentissage'];

/** The complementary condition of a rule, built without a word of any query language. */
export const ConditionInput = ({ valeurs }: { valeurs: ValeursPerimetre | undefined }) => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<{ condition: Condition | null }>({
    source: 'condition',
    validate: (value: Condition | null) =>
      !value || isComplete(value) ? undefined : 'concordance.conditions.incomplete',
  });
  const value = field.value as Condition | null;
  const choix = {
    plateforme: useChoix('plateforme', PLATEFORMES),
    voie: useChoix('voie', VOIES),
    academie: (valeurs?.academies ?? []).map(({ code, nom }) => ({ id: code, name: nom })),
  };
  if (!value) {
    return (
      <Button
        startIcon={<Add />}
        onClick={() => field.onChange({ type: 'et', conditions: [NOUVEAU_TEST] })}
        sx={{ alignSelf: 'start' }}
      >
        {translate('concordance.perimetre.ajouterComplementaire')}
      </Button>
    );
  }
  return (
    <>
      <ConditionGroupe
        groupe={value.type === 'test' ? { type: 'et', conditions: [value] } : value}
        vocabulaire={{ champs: CHAMPS, choix }}
        nom={translate('concordance.conditions.conditions')}
        profondeur={1}
        onChange={(groupe) => field.onChange(groupe)}
        onRemove={() => field.onChange(null)}
      />
      {fieldState.error ? (
        <FormHelperText error>{translate('concordance.conditions.incomplete')}</FormHelperText>
      ) : null}
    </>
  );
};
