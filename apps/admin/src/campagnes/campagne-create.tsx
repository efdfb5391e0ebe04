import { Create, DateInput, ReferenceInput, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';

const PLATEFORMES = ['parcoursup', 'affelnet', 'apprentissage', 'generique'];

export const CampagneCreate = () => (
  <Create redirect="show" title="concordance.campagnes.creerTitre">
    <SimpleForm sx={{ maxWidth: 560 }}>
      <TextInput source="nom" validate={required()} />
      <SelectInput source="plateforme" choices={useChoix('plateforme', PLATEFORMES)} validate={required()} />
      <DateInput source="rentree" validate={required()} />
      <ReferenceInput
        source="catalogueId"
        reference="instantanes"
        filter={{ table: 'catalogue', statut: 'utilisable' }}
        sort={{ field: 'importeLe', order: 'DESC' }}
      >
        <SelectInput optionText="nom" validate={required()} />
      </ReferenceInput>
    </SimpleForm>
  </Create>
);
