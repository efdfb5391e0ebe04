import { DataTable, ReferenceInput, SearchInput, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { PAR_NOM } from '../affichage/tri.ts';
import type { Etablissement } from '../contract/etablissement.ts';
import { OuverturePastille } from './etat-pastille.tsx';

const Column = DataTable.Col<Etablissement>;

const useFilters = () => {
  const translate = useTranslate();
  const ouvertures = useChoix('ouverture', ['ouverte', 'fermee', 'a_venir']);
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
    <ReferenceInput key="campagne" source="campagneId" reference="campagnes" sort={PAR_NOM} alwaysOn>
      <SelectInput optionText="nom" />
    </ReferenceInput>,
    <SelectInput key="ouverture" source="ouverture" choices={ouvertures} alwaysOn />,
    <TextInput key="academie" source="academie" alwaysOn />,
  ];
};

export const EtablissementList = () => (
  <Liste<Etablissement> sort={{ field: 'nbNonConformes', order: 'DESC' }} filters={useFilters()}>
    <Tableau
      vide="concordance.etablissements.vide"
      secondaires={['uai', 'academie', 'natureLibelle', 'nbFormations']}
    >
      <Column
        source="nom"
        render={({ id, nom, commune }) => (
          <>
            <LienFiche to={`/etablissements/${id}/show`}>{nom}</LienFiche>
            {commune ? <div>{commune}</div> : null}
          </>
        )}
      />
      <Column source="uai" render={({ uai }) => <code>{uai}</code>} />
      <Column source="natureLibelle" disableSort />
      <Column source="academie" />
      <Column source="ouverture" render={({ ouverture }) => <OuverturePastille ouverture={ouverture} />} />
      <Column source="nbFormations" render={({ nbFormations }) => formatNumber(nbFormations)} />
      <Column source="nbNonConformes" render={({ nbNonConformes }) => formatNumber(nbNonConformes)} />
    </Tableau>
  </Liste>
);
