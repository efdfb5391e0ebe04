import { DataTable, TextInput } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import { Liste, Tableau } from '../affichage/liste.tsx';

interface Evenement {
  id: string;
  type: string;
  message: string;
  auteur: string | null;
  creeLe: string;
}

const Column = DataTable.Col<Evenement>;

export const JournalList = () => (
  <Liste<Evenement>
    sort={{ field: 'creeLe', order: 'DESC' }}
    filters={[<TextInput key="type" source="type" alwaysOn />]}
  >
    <Tableau vide="concordance.journal.vide" secondaires={['type']}>
      <Column source="creeLe" render={({ creeLe }) => formatInstant(creeLe)} />
      <Column source="message" disableSort />
      <Column source="auteur" disableSort render={({ auteur }) => auteur ?? '–'} />
      <Column source="type" render={({ type }) => <code>{type}</code>} />
    </Tableau>
  </Liste>
);
