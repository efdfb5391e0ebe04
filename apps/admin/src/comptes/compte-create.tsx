import { useState } from 'react';
import { Create, required, SimpleForm, TextInput, useRedirect } from 'react-admin';
import type { Compte } from '../contract/session.ts';
import { ChampsCompte } from './champs-compte.tsx';
import { MotDePasseProvisoire } from './mot-de-passe-provisoire.tsx';

const IDENTIFIANT = /^[a-z0-9][a-z0-9._@-]{2,63}$/;
/** The server's own rule, said before the form is sent. */
const identifiantValide = [
  required(),
  (value: unknown) =>
    typeof value === 'string' && IDENTIFIANT.test(value) ? undefined : 'concordance.comptes.identifiantRegle',
];

/** Creates an account, then shows its one-time password, once. */
export const CompteCreate = () => {
  const redirect = useRedirect();
  const [created, setCreated] = useState<(Compte & { motDePasseProvisoire: string }) | null>(null);
  return (
    <>
      <Create
        title="concordance.comptes.creerTitre"
        redirect={false}
        mutationOptions={{
          onSuccess: (data) => setCreated(data as Compte & { motDePasseProvisoire: string }),
        }}
      >
        <SimpleForm sx={{ maxWidth: 560 }}>
          <TextInput
            source="identifiant"
            validate={identifiantValide}
            helperText="concordance.comptes.identifiantRegle"
            autoComplete="off"
          />
          <ChampsCompte />
        </SimpleForm>
      </Create>
      {created ? (
        <MotDePasseProvisoire
          nom={created.nom}
          motDePasse={created.motDePasseProvisoire}
          onClose={() => {
            setCreated(null);
            redirect('list', 'comptes');
          }}
        />
      ) : null}
    </>
  );
};
