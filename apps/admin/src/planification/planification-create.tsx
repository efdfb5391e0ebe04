import { Create, SimpleForm } from 'react-admin';
import { ChampsPlanification } from './champs.tsx';

export const PlanificationCreate = () => (
  <Create redirect="list" title="concordance.planification.creerTitre">
    <SimpleForm sx={{ maxWidth: 640 }} defaultValues={{ actif: true, cron: '0 6 * * 1' }}>
      <ChampsPlanification />
    </SimpleForm>
  </Create>
);
