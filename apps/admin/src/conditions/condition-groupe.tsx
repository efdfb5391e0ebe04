import Add from '@mui/icons-material/Add';
import DeleteOutline from '@mui/icons-material/DeleteOutline';
import PlaylistAdd from '@mui/icons-material/PlaylistAdd';
import { Box, Button, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { MAX_PROFONDEUR, type Condition, type GroupeDeConditions } from '../contract/condition.ts';
import { NOUVEAU_TEST, without, type Vocabulaire } from './condition-mots.ts';
import { ConditionTest } from './condition-test.tsx';

/** A group of conditions, all of which must hold (ET) or one of which suffices (OU); groups can hold groups. */
export const ConditionGroupe = ({
  groupe,
  vocabulaire,
  nom,
  profondeur,
  onChange,
  onRemove,
}: {
  groupe: GroupeDeConditions;
  vocabulaire: Vocabulaire;
  nom: string;
  profondeur: number;
  onChange: (groupe: GroupeDeConditions) => void;
  onRemove: () => void;
}) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.conditions.${key}`);
  // What was added last takes the focus; once something is removed, the button that adds does.
  const [added, setAdded] = useState<number | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const replace = (index: number, condition: Condition) =>
    onChange({
      ...groupe,
      conditions: groupe.conditions.map((each, at) => (at === index ? condition : each)),
    });
  const add = (condition: Condition) => {
    setAdded(groupe.conditions.length);
    onChange({ ...groupe, conditions: [...groupe.conditions, condition] });
  };
  const remove = (index: number) => {
    setAdded(null);
    const rest = without(groupe, index);
    if (rest === null) {
      onRemove();
      return;
    }
    onChange(rest);
    addButton.current?.focus();
  };
  return (
    <Box
      component="fieldset"
      sx={{
        m: 0,
        p: { xs: '8px', md: '12px' },
        minWidth: 0,
        border: '1px solid',
        borderColor: 'divider',
        borderLeft: '3px solid',
        borderLeftColor: 'primary.main',
        borderRadius: '4px',
        display: 'grid',
        gap: '12px',
      }}
    >
      <Box component="legend" sx={{ px: '4px', fontWeight: 500 }}>
        {nom}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={groupe.type}
          aria-label={`${t('liaison')}, ${nom}`}
          onChange={(_, type: GroupeDeConditions['type'] | null) => type && onChange({ ...groupe, type })}
        >
          <ToggleButton value="et">{t('toutes')}</ToggleButton>
          <ToggleButton value="ou">{t('une')}</ToggleButton>
        </ToggleButtonGroup>
        {profondeur > 1 ? (
          <Button size="small" startIcon={<DeleteOutline />} onClick={onRemove}>
            {t('retirerGroupe')}
          </Button>
        ) : null}
      </Box>
      {groupe.conditions.map((condition, index) => {
        const rang = `${profondeur === 1 ? '' : `${nom.replace(/^\D+/, '')}.`}${index + 1}`;
        return condition.type === 'test' ? (
          <ConditionTest
            key={index}
            test={condition}
            vocabulaire={vocabulaire}
            nom={translate('concordance.conditions.conditionN', { rang })}
            autoFocus={index === added}
            onChange={(test) => replace(index, test)}
            onRemove={() => remove(index)}
          />
        ) : (
          <ConditionGroupe
            key={index}
            groupe={condition}
            vocabulaire={vocabulaire}
            nom={translate('concordance.conditions.groupeN', { rang })}
            profondeur={profondeur + 1}
            onChange={(inner) => replace(index, inner)}
            onRemove={() => remove(index)}
          />
        );
      })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
        <Button ref={addButton} size="small" startIcon={<Add />} onClick={() => add(NOUVEAU_TEST)}>
          {t('ajouterCondition')}
        </Button>
        {profondeur < MAX_PROFONDEUR ? (
          <Button
            size="small"
            startIcon={<PlaylistAdd />}
            onClick={() => add({ type: groupe.type === 'et' ? 'ou' : 'et', conditions: [NOUVEAU_TEST] })}
          >
            {t('ajouterGroupe')}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
};
