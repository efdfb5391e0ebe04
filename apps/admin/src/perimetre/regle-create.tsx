import { Create, SaveButton, SimpleForm, Toolbar } from 'react-admin';
import { ChampsRegle } from './champs-regle.tsx';
import { regleEditOf } from './regle-edit-of.ts';

export const RegleCreate = () => (
  <Create redirect="edit" title="concordance.perimetre.creerTitre" transform={regleEditOf}>
    <SimpleForm
      toolbar={
        <Toolbar sx={{ backgroundColor: 'background.paper' }}>
          <SaveButton />
        </Toolbar>
      }
      defaultValues={{ conditionIntegration: 'doit_integrer', priorite: 0, condition: null }}
    >
      <ChampsRegle id={null} />
    </SimpleForm>
  </Create>
);
