import { BooleanInput, ReferenceInput, required, SelectInput, TextInput } from 'react-admin';

/** The fields of a schedule, the same to create it and to edit it. */
export const ChampsPlanification = () => (
  <>
    <TextInput source="nom" validate={required()} autoComplete="off" />
    <ReferenceInput source="source" reference="sources" perPage={100}>
      <SelectInput optionText="libelle" validate={required()} />
    </ReferenceInput>
    <TextInput
      source="chemin"
      validate={required()}
      helperText="concordance.planification.cheminAide"
      autoComplete="off"
    />
    <TextInput
      source="cron"
      validate={required()}
      helperText="concordance.planification.cronAide"
      autoComplete="off"
    />
    <BooleanInput source="actif" helperText="concordance.planification.actifAide" />
  </>
);
