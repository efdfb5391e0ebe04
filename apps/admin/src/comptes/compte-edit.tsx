import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import {
  BooleanInput,
  Confirm,
  Edit,
  required,
  SaveButton,
  SelectInput,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { ROLES, type Compte } from '../contract/session.ts';
import { commands } from '../providers/commands.ts';
import { AcademiesInput } from './academies-input.tsx';
import { MotDePasseProvisoire } from './mot-de-passe-provisoire.tsx';

const Reinitialiser = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const compte = useRecordContext<Compte>();
  const [confirming, setConfirming] = useState(false);
  const [motDePasse, setMotDePasse] = useState<string | null>(null);
  if (!compte) return null;
  const reinitialiser = async () => {
    setConfirming(false);
    try {
      setMotDePasse((await commands.reinitialiserMotDePasse(compte.id)).motDePasseProvisoire);
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  return (
    <Box sx={{ p: '16px', pt: 0 }}>
      <Button variant="outlined" startIcon={<KeyOutlined />} onClick={() => setConfirming(true)}>
        {translate('concordance.comptes.reinitialiser')}
      </Button>
      <Confirm
        isOpen={confirming}
        title="concordance.comptes.reinitialiserTitre"
        content={translate('concordance.comptes.reinitialiserTexte', { nom: compte.nom })}
        onClose={() => setConfirming(false)}
        onConfirm={() => void reinitialiser()}
      />
      {motDePasse ? (
        <MotDePasseProvisoire nom={compte.nom} motDePasse={motDePasse} onClose={() => setMotDePasse(null)} />
      ) : null}
    </Box>
  );
};

const Titre = () => {
  const translate = useTranslate();
  const compte = useRecordContext<Compte>();
  return compte ? <>{translate('concordance.comptes.modifier', { nom: compte.nom })}</> : null;
};

/** Name, role and activity of an account: an account is made inactive, never erased, its decisions carry its name. */
export const CompteEdit = () => {
  const roles = useChoix('role', ROLES);
  return (
    <Edit
      title={<Titre />}
      actions={false}
      mutationMode="pessimistic"
      transform={({ nom, role, academies, actif }: Compte) => ({ nom, role, academies, actif })}
    >
      <SimpleForm
        sx={{ maxWidth: 560 }}
        toolbar={
          <Toolbar>
            <SaveButton />
          </Toolbar>
        }
      >
        <TextInput source="identifiant" readOnly />
        <TextInput source="nom" validate={required()} />
        <SelectInput
          source="role"
          choices={roles}
          validate={required()}
          helperText="concordance.comptes.roleAide"
        />
        <AcademiesInput />
        <BooleanInput source="actif" helperText="concordance.comptes.actifAide" />
      </SimpleForm>
      <Reinitialiser />
    </Edit>
  );
};
