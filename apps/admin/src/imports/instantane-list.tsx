import { DataTable, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { useLibelleTable } from './libelle-table.ts';
import type { Instantane } from '../contract/campagne.ts';
import type { Ton } from '../theme/tons.ts';

const Column = DataTable.Col<Instantane>;
const TONS: Record<Instantane['statut'], Ton> = {
  utilisable: 'succes',
  a_confirmer: 'alerte',
  retire: 'neutre',
};

export const InstantaneList = () => {
  const translate = useTranslate();
  const libelleTable = useLibelleTable();
  const statuts = useChoix('statutInstantane', ['utilisable', 'a_confirmer', 'retire']);
  return (
    <Liste<Instantane>
      sort={{ field: 'importeLe', order: 'DESC' }}
      filters={[
        <TextInput key="table" source="table" alwaysOn />,
        <SelectInput key="statut" source="statut" choices={statuts} alwaysOn />,
      ]}
    >
      <Tableau
        vide="concordance.imports.videInstantanes"
        secondaires={['millesime', 'acceptees', 'importeLe', 'statut']}
      >
        <Column
          source="nom"
          sx={{ '&&': { overflowWrap: 'anywhere' } }}
          render={({ id, nom, table, tableLibelle }) => (
            <>
              <LienFiche to={`/instantanes/${id}/show`}>{nom}</LienFiche>
              <div>{libelleTable({ table, tableLibelle })}</div>
            </>
          )}
        />
        <Column source="millesime" render={({ millesime }) => millesime || '–'} />
        <Column source="acceptees" disableSort render={({ acceptees }) => formatNumber(acceptees)} />
        <Column source="refusees" disableSort render={({ refusees }) => formatNumber(refusees)} />
        <Column
          source="statut"
          disableSort
          render={({ statut }) => (
            <Pastille ton={TONS[statut]}>
              {translate(`concordance.valeurs.statutInstantane.${statut}`)}
            </Pastille>
          )}
        />
        <Column source="importeLe" render={({ importeLe }) => formatInstant(importeLe)} />
      </Tableau>
    </Liste>
  );
};
