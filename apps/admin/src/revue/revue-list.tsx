import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { Button } from '@mui/material';
import {
  DataTable,
  FilterButton,
  LinkBase,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TextInput,
  TopToolbar,
  useListContext,
  useTranslate,
} from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatNumber, percent } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche, Liste, Rangee, Tableau } from '../affichage/liste.tsx';
import { PAR_NOM } from '../affichage/tri.ts';
import { Motifs, RevuePastille } from '../affichage/statuts.tsx';
import type { Revue } from '../contract/formation.ts';
import { MOTIFS } from '../formations/motifs.ts';

const Column = DataTable.Col<Revue>;

const Commencer = () => {
  const translate = useTranslate();
  const { data } = useListContext<Revue>();
  const first = data?.find(({ statut }) => statut === 'a_traiter');
  return first ? (
    <Button
      component={LinkBase}
      to={`/revues/${encodeURIComponent(first.id)}/show`}
      variant="contained"
      startIcon={<FactCheckOutlined />}
    >
      {translate('concordance.revue.commencer')}
    </Button>
  ) : null;
};

const useFilters = () => {
  const translate = useTranslate();
  const statuts = useChoix('statutRevue', ['a_traiter', 'decide', 'obsolete']);
  const motifs = useChoix('motif', MOTIFS);
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
    <ReferenceInput key="campagne" source="campagneId" reference="campagnes" sort={PAR_NOM} alwaysOn>
      <SelectInput optionText="nom" />
    </ReferenceInput>,
    <SelectInput key="statut" source="statut" choices={statuts} alwaysOn />,
    <SelectInput key="motif" source="motif" choices={motifs} />,
    <TextInput key="typeDiplome" source="typeDiplome" />,
  ];
};

/** The items to treat, the most urgent first. */
export const RevueList = () => (
  <Liste<Revue>
    sort={{ field: 'priorite', order: 'DESC' }}
    filters={useFilters()}
    filterDefaultValues={{ statut: 'a_traiter' }}
    actions={
      <TopToolbar>
        <Commencer />
        <FilterButton />
      </TopToolbar>
    }
  >
    <Tableau vide="concordance.revue.vide" secondaires={['voeux', 'motifs', 'confiance', 'statut']}>
      <Column
        source="libelle"
        render={({ id, libelle, specialite }) => (
          <LienFiche to={`/revues/${encodeURIComponent(id)}/show`}>
            <Libelles libelle={libelle} specialite={specialite} />
          </LienFiche>
        )}
      />
      <Column source="nbFormations" render={({ nbFormations }) => `×${formatNumber(nbFormations)}`} />
      <Column
        source="voeux"
        disableSort
        render={({ voeux }) => (voeux === null ? '–' : formatNumber(voeux))}
      />
      <Column
        source="motifs"
        disableSort
        render={({ motifs }) => (
          <Rangee>
            <Motifs motifs={motifs} />
          </Rangee>
        )}
      />
      <Column
        source="confiance"
        render={({ confiance }) => (confiance === null ? '–' : `${percent(confiance)} %`)}
      />
      <Column source="statut" disableSort render={({ statut }) => <RevuePastille statut={statut} />} />
    </Tableau>
  </Liste>
);
