import { DataTable, ReferenceInput, SelectInput } from 'react-admin';
import { formatBytes, formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { PAR_NOM } from '../affichage/tri.ts';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { ExportJson } from '../contract/campagne.ts';
import { isActive, POLL_MS } from '../executions/progression.tsx';

const Column = DataTable.Col<ExportJson>;

export const ExportList = () => (
  <Liste<ExportJson>
    sort={{ field: 'creeLe', order: 'DESC' }}
    filters={[
      <ReferenceInput key="campagne" source="campagneId" reference="campagnes" sort={PAR_NOM} alwaysOn>
        <SelectInput optionText="nom" />
      </ReferenceInput>,
    ]}
    queryOptions={{ refetchInterval: (query) => (query.state.data?.data?.some(isActive) ? POLL_MS : false) }}
  >
    <Tableau vide="concordance.exports.vide" secondaires={['nbFormations', 'octets', 'fichiers']}>
      <Column
        source="creeLe"
        render={({ id, creeLe }) => <LienFiche to={`/exports/${id}/show`}>{formatInstant(creeLe)}</LienFiche>}
      />
      <Column source="campagneNom" disableSort />
      <Column source="statut" render={({ statut }) => <ExecutionPastille statut={statut} />} />
      <Column
        source="nbFormations"
        disableSort
        render={({ nbFormations }) => (nbFormations === null ? '–' : formatNumber(nbFormations))}
      />
      <Column
        source="octets"
        disableSort
        render={({ octets }) => (octets === null ? '–' : formatBytes(octets))}
      />
      <Column
        source="fichiers"
        disableSort
        render={({ fichiers }) => (fichiers.length === 0 ? '–' : formatNumber(fichiers.length))}
      />
    </Tableau>
  </Liste>
);
