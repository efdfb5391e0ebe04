import { CreateButton, DataTable, TopToolbar, useCanAccess } from 'react-admin';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { ImportFichier } from '../contract/campagne.ts';
import { isActive, POLL_MS } from '../executions/progression.tsx';

const Column = DataTable.Col<ImportFichier>;
const count = (n: number | null) => (n === null ? '–' : formatNumber(n));

export const ImportList = () => {
  const { canAccess } = useCanAccess({ resource: 'imports', action: 'create' });
  return (
    <Liste<ImportFichier>
      sort={{ field: 'creeLe', order: 'DESC' }}
      queryOptions={{
        refetchInterval: (query) => (query.state.data?.data?.some(isActive) ? POLL_MS : false),
      }}
      actions={
        canAccess ? (
          <TopToolbar>
            <CreateButton label="concordance.imports.deposer" />
          </TopToolbar>
        ) : (
          false
        )
      }
    >
      <Tableau vide="concordance.imports.vide" secondaires={['table', 'lignes', 'auteur', 'creeLe']}>
        <Column
          source="nom"
          render={({ id, nom }) => <LienFiche to={`/imports/${id}/show`}>{nom}</LienFiche>}
        />
        <Column source="table" disableSort render={({ table }) => table ?? '–'} />
        <Column source="statut" render={({ statut }) => <ExecutionPastille statut={statut} />} />
        <Column source="lignes" disableSort render={({ lignes }) => count(lignes)} />
        <Column source="refusees" disableSort render={({ refusees }) => count(refusees)} />
        <Column source="auteur" disableSort render={({ auteur }) => auteur ?? '–'} />
        <Column source="creeLe" render={({ creeLe }) => formatInstant(creeLe)} />
      </Tableau>
    </Liste>
  );
};
