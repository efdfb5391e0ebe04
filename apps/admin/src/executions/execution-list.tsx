import { DataTable, ReferenceInput, SelectInput } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { formatInstant } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { PAR_NOM } from '../affichage/tri.ts';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { Execution } from '../contract/campagne.ts';
import { estSuivi, isActive, Ouverture, ouvreSaFile, POLL_MS, Progression } from './progression.tsx';

const Column = DataTable.Col<Execution>;
const STATUTS = ['en_attente', 'en_cours', 'terminee', 'echouee', 'annulee'];

export const ExecutionList = () => {
  const statuts = useChoix('statutExecution', STATUTS);
  const filters = [
    <ReferenceInput key="campagne" source="campagneId" reference="campagnes" sort={PAR_NOM} alwaysOn>
      <SelectInput optionText="nom" />
    </ReferenceInput>,
    <SelectInput key="statut" source="statut" choices={statuts} alwaysOn />,
  ];
  return (
    <Liste<Execution>
      sort={{ field: 'creeeLe', order: 'DESC' }}
      filters={filters}
      queryOptions={{
        refetchInterval: (query) => (query.state.data?.data?.some(estSuivi) ? POLL_MS : false),
      }}
    >
      <Tableau vide="concordance.executions.vide" secondaires={['modele', 'avancement']}>
        <Column
          source="creeeLe"
          render={({ id, creeeLe }) => (
            <LienFiche to={`/executions/${id}/show`}>{formatInstant(creeeLe)}</LienFiche>
          )}
        />
        <Column source="campagneNom" disableSort />
        <Column source="statut" render={({ statut }) => <ExecutionPastille statut={statut} />} />
        <Column
          source="avancement"
          disableSort
          render={(execution) =>
            isActive(execution) ? (
              <Progression execution={execution} />
            ) : ouvreSaFile(execution) ? (
              <Ouverture execution={execution} />
            ) : execution.compteurs ? (
              <CompteursBarre compteurs={execution.compteurs} />
            ) : (
              '–'
            )
          }
        />
        <Column source="modele" disableSort />
      </Tableau>
    </Liste>
  );
};
