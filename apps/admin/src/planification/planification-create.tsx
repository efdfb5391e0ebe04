import { Create, SimpleForm } from 'react-admin';
import { ChampsPlanification, planificationOf } from './champs.tsx';

export const PlanificationCreate = () => (
  <Create redirect="list" transform={planificationOf} title="concordance.planification.creerTitre">
    <SimpleForm sx={{ maxWidth: 640 }} defaultValues={{ genre: 'dossier', actif: true, cron: '0 6 * * 1' }}>
      <ChampsPlanification />
    </SimpleForm>
  </Create>
);
