import { Create, DateInput, ReferenceInput, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useChoix } from '../affichage/choix.ts';

const PLATEFORMES = ['parcoursup', 'affelnet', 'apprentissage', 'generique'];

/** Catalogues of the platform chosen above: a table of catalogues bears its platform's name. */
const Catalogue = () => {
  const plateforme = useWatch<{ plateforme?: string }, 'plateforme'>({ name: 'plateforme' });
  return (
    <ReferenceInput
      source="catalogueId"
      reference="instantanes"
      filter={{ table: plateforme ?? '', statut: 'utilisable' }}
      sort={{ field: 'importeLe', order: 'DESC' }}
      enableGetChoices={() => plateforme !== undefined}
    >
      <SelectInput optionText="nom" validate={required()} helperText="concordance.campagnes.catalogueAide" />
    </ReferenceInput>
  );
};

export const CampagneCreate = () => (
  <Create redirect="show" title="concordance.campagnes.creerTitre">
    <SimpleForm sx={{ maxWidth: 560 }}>
      <TextInput source="nom" validate={required()} />
      <SelectInput source="plateforme" choices={useChoix('plateforme', PLATEFORMES)} validate={required()} />
      <DateInput source="rentree" validate={required()} />
      <Catalogue />
    </SimpleForm>
  </Create>
);
