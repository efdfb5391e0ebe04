import { Edit, SaveButton, SimpleForm, Toolbar, useRecordContext } from 'react-admin';
import type { Planification } from '../contract/planification.ts';
import { ChampsPlanification, planificationOf } from './champs.tsx';

const Titre = () => <>{useRecordContext<Planification>()?.nom}</>;

/** A schedule is paused, never erased: what it brought in carries its name. */
export const PlanificationEdit = () => (
  <Edit
    title={<Titre />}
    actions={false}
    mutationMode="pessimistic"
    redirect="list"
    transform={planificationOf}
  >
    <SimpleForm
      sx={{ maxWidth: 640 }}
      toolbar={
        <Toolbar>
          <SaveButton />
        </Toolbar>
      }
    >
      <ChampsPlanification />
    </SimpleForm>
  </Edit>
);
