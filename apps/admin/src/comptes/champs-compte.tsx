import { required, SelectInput, TextInput } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { ROLES } from '../contract/session.ts';
import { AcademiesInput } from './academies-input.tsx';

/** What is said of an account when it is created and when it is changed alike. */
export const ChampsCompte = () => (
  <>
    <TextInput source="nom" validate={required()} autoComplete="off" />
    <SelectInput
      source="role"
      choices={useChoix('role', ROLES)}
      validate={required()}
      helperText="concordance.comptes.roleAide"
    />
    <AcademiesInput />
  </>
);
