import DeleteOutline from '@mui/icons-material/DeleteOutline';
import { Box, IconButton, MenuItem, TextField, type TextFieldProps } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { OPERATEURS_DU_GENRE, type Operateur, type TestDeCondition } from '../contract/condition.ts';
import { sansValeur, withChamp, withOperateur, type Vocabulaire } from './condition-mots.ts';

type Props = {
  test: TestDeCondition;
  vocabulaire: Vocabulaire;
  /** Says which condition it is, for the names of its controls: "condition 2". */
  nom: string;
  autoFocus: boolean;
  onChange: (test: TestDeCondition) => void;
  onRemove: () => void;
};

/** Several texts in one field: what is being typed stays as it is, a separator without its second text included. */
const ListeDeTextes = ({
  valeur,
  onChange,
  ...field
}: { valeur: string[]; onChange: (valeur: string[]) => void } & Pick<
  TextFieldProps,
  'label' | 'size' | 'sx' | 'slotProps'
>) => {
  const translate = useTranslate();
  const [texte, setTexte] = useState(() => valeur.join(' ; '));
  return (
    <TextField
      {...field}
      helperText={translate('concordance.conditions.parmiAide')}
      value={texte}
      onChange={({ target }) => {
        setTexte(target.value);
        onChange(
          target.value
            .split(';')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        );
      }}
    />
  );
};

const Valeur = ({ test, vocabulaire, nom, onChange }: Omit<Props, 'onRemove' | 'autoFocus'>) => {
  const translate = useTranslate();
  const { champ, operateur, valeur } = test;
  const label = translate('concordance.conditions.valeur');
  const options = vocabulaire.choix[champ];
  const common = {
    size: 'small' as const,
    label,
    sx: { m: 0, minWidth: 0 },
    slotProps: { htmlInput: { 'aria-label': `${label}, ${nom}` } },
  };
  const change = (value: TestDeCondition['valeur']) => onChange({ ...test, valeur: value });
  if (options) {
    const multiple = operateur === 'parmi';
    return (
      <TextField
        {...common}
        select
        value={multiple ? (Array.isArray(valeur) ? valeur : []) : (valeur ?? '')}
        onChange={({ target }) => change(target.value)}
        slotProps={{ select: { multiple, SelectDisplayProps: { 'aria-label': `${label}, ${nom}` } } }}
      >
        {options.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (vocabulaire.champs[champ] === 'nombre') {
    return (
      <TextField
        {...common}
        type="number"
        value={valeur ?? ''}
        onChange={({ target }) => change(target.value === '' ? '' : Number(target.value))}
      />
    );
  }
  if (operateur === 'parmi') {
    return <ListeDeTextes {...common} valeur={Array.isArray(valeur) ? valeur : []} onChange={change} />;
  }
  return <TextField {...common} value={valeur ?? ''} onChange={({ target }) => change(target.value)} />;
};

/** One test of a condition: a field, how it compares, and with what. */
export const ConditionTest = ({ test, vocabulaire, nom, autoFocus, onChange, onRemove }: Props) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.conditions.${key}`);
  const operateurs: readonly Operateur[] = OPERATEURS_DU_GENRE[vocabulaire.champs[test.champ] ?? 'texte'];
  return (
    <Box
      role="group"
      aria-label={nom}
      sx={{
        display: 'grid',
        gap: '8px',
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0,1fr)', md: '1fr 1.3fr 1.3fr auto' },
      }}
    >
      <TextField
        select
        size="small"
        label={t('champ')}
        value={test.champ}
        autoFocus={autoFocus}
        onChange={({ target }) => onChange(withChamp(test, target.value, vocabulaire.champs))}
        sx={{ m: 0, minWidth: 0 }}
      >
        {Object.keys(vocabulaire.champs).map((champ) => (
          <MenuItem key={champ} value={champ}>
            {t(`champs.${champ}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('operateur')}
        value={test.operateur}
        onChange={({ target }) => onChange(withOperateur(test, target.value as Operateur))}
        sx={{ m: 0, minWidth: 0 }}
      >
        {operateurs.map((operateur) => (
          <MenuItem key={operateur} value={operateur}>
            {t(`operateurs.${operateur}`)}
          </MenuItem>
        ))}
      </TextField>
      {sansValeur(test.operateur) ? (
        <span />
      ) : (
        <Valeur test={test} vocabulaire={vocabulaire} nom={nom} onChange={onChange} />
      )}
      <IconButton aria-label={`${t('retirer')} : ${nom}`} onClick={onRemove} sx={{ justifySelf: 'start' }}>
        <DeleteOutline />
      </IconButton>
    </Box>
  );
};
