import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import {
  BooleanInput,
  Confirm,
  Edit,
  SaveButton,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { Compte } from '../contract/session.ts';
import { commands } from '../providers/commands.ts';
import { ChampsCompte } from './champs-compte.tsx';
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
    <Box sx={{ p: '16px' }}>
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
        <ChampsCompte />
        <BooleanInput source="actif" helperText="concordance.comptes.actifAide" />
      </SimpleForm>
      <Reinitialiser />
    </Edit>
  );
};
