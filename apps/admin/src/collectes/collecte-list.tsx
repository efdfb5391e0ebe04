import { Box } from '@mui/material';
import { DataTable, SelectInput, TopToolbar, useCanAccess, useGetList } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { Collecte, Source } from '../contract/collecte.ts';
import { isActive, POLL_MS } from '../executions/progression.tsx';
import { Avancement } from './avancement.tsx';
import { LancerCollecte } from './lancer-collecte.tsx';

const Column = DataTable.Col<Collecte>;

export const CollecteList = () => {
  const { canAccess } = useCanAccess({ resource: 'collectes', action: 'create' });
  const statuts = useChoix('statutExecution', ['en_attente', 'en_cours', 'terminee', 'echouee', 'annulee']);
  const { data: sources = [] } = useGetList<Source>('sources');
  const choix = sources.flatMap(({ id, libelle, connecteur }) => (connecteur ? [{ id, name: libelle }] : []));
  return (
    <Liste<Collecte>
      sort={{ field: 'creeLe', order: 'DESC' }}
      filters={[
        <SelectInput key="source" source="source" choices={choix} alwaysOn />,
        <SelectInput key="statut" source="statut" choices={statuts} alwaysOn />,
      ]}
      queryOptions={{
        refetchInterval: (query) => (query.state.data?.data?.some(isActive) ? POLL_MS : false),
      }}
      actions={
        canAccess ? (
          <TopToolbar>
            <LancerCollecte sources={sources} />
          </TopToolbar>
        ) : (
          false
        )
      }
    >
      <Tableau vide="concordance.collectes.vide" secondaires={['lignes', 'auteur', 'creeLe']}>
        <Column
          source="source"
          render={({ id, source }) => (
            <Box component="span" sx={{ whiteSpace: { md: 'nowrap' } }}>
              <LienFiche to={`/collectes/${id}/show`}>{source}</LienFiche>
            </Box>
          )}
        />
        <Column source="statut" render={({ statut }) => <ExecutionPastille statut={statut} />} />
        <Column
          source="message"
          disableSort
          render={(collecte) =>
            isActive(collecte) ? <Avancement collecte={collecte} /> : (collecte.message ?? '–')
          }
        />
        <Column source="lignes" disableSort render={({ lignes }) => formatNumber(lignes)} />
        <Column source="auteur" disableSort render={({ auteur }) => auteur} />
        <Column source="creeLe" render={({ creeLe }) => formatInstant(creeLe)} />
      </Tableau>
    </Liste>
  );
};
