import { DataTable, SelectInput, useTranslate } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatInstant } from '../affichage/formats.ts';
import { Liste, Tableau } from '../affichage/liste.tsx';
import { typesJournal } from '../i18n/fr/journal.ts';

interface Evenement {
  id: string;
  type: string;
  message: string;
  auteur: string | null;
  creeLe: string;
}

const Column = DataTable.Col<Evenement>;
const TYPES = Object.keys(typesJournal);
/** A name is not cut in the middle of a word. */
const NOM = { minWidth: 130 };

export const JournalList = () => {
  const translate = useTranslate();
  return (
    <Liste<Evenement>
      sort={{ field: 'creeLe', order: 'DESC' }}
      filters={[<SelectInput key="type" source="type" choices={useChoix('typeJournal', TYPES)} alwaysOn />]}
    >
      <Tableau vide="concordance.journal.vide" secondaires={['type', 'auteur']}>
        <Column source="creeLe" render={({ creeLe }) => formatInstant(creeLe)} />
        <Column source="message" disableSort />
        <Column source="auteur" disableSort sx={NOM} render={({ auteur }) => auteur ?? '–'} />
        <Column
          source="type"
          sx={NOM}
          render={({ type }) => translate(`concordance.valeurs.typeJournal.${type}`, { _: type })}
        />
      </Tableau>
    </Liste>
  );
};
