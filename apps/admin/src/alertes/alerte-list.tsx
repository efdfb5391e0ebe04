import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import {
  DataTable,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TopToolbar,
  useListContext,
  useTranslate,
} from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatDay, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { PAR_NOM } from '../affichage/tri.ts';
import { ACTEURS_ALERTE, TYPES_ALERTE, type Alerte } from '../contract/etablissement.ts';
import { urlAlertes } from '../providers/commands.ts';

const Column = DataTable.Col<Alerte>;

const useFilters = () => {
  const translate = useTranslate();
  const types = useChoix('typeAlerte', TYPES_ALERTE);
  const acteurs = useChoix('acteurAlerte', ACTEURS_ALERTE);
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
    <ReferenceInput key="campagne" source="campagneId" reference="campagnes" sort={PAR_NOM} alwaysOn>
      <SelectInput optionText="nom" />
    </ReferenceInput>,
    <SelectInput key="type" source="type" choices={types} alwaysOn />,
    <SelectInput key="acteur" source="acteur" choices={acteurs} alwaysOn />,
  ];
};

/** A short text that a narrow column must not cut, where the screen has room for it. */
const Entier = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ whiteSpace: { md: 'nowrap' } }}>
    {children}
  </Box>
);

/** The file of the campaign that the list is filtered by. */
const Exporter = () => {
  const translate = useTranslate();
  const list = useListContext<Alerte>();
  const { campagneId } = list.filterValues as { campagneId?: unknown };
  if (typeof campagneId !== 'string') return null;
  return (
    <TopToolbar>
      <Button component="a" href={urlAlertes(campagneId)} download startIcon={<FileDownloadOutlined />}>
        {translate('concordance.alertes.exporter')}
      </Button>
    </TopToolbar>
  );
};

export const AlerteList = () => {
  const translate = useTranslate();
  return (
    <Liste<Alerte>
      sort={{ field: 'nbFormations', order: 'DESC' }}
      filters={useFilters()}
      actions={<Exporter />}
    >
      <Tableau vide="concordance.alertes.vide" secondaires={['campagneNom', 'date', 'voeux', 'places']}>
        <Column
          source="type"
          render={({ id, type, libelle }) => (
            <>
              <LienFiche to={`/alertes/${encodeURIComponent(id)}/show`}>
                {translate(`concordance.valeurs.typeAlerte.${type}`, { _: type })}
              </LienFiche>
              <div>{libelle}</div>
            </>
          )}
        />
        <Column
          source="acteur"
          render={({ acteur }) => (
            <Entier>{translate(`concordance.valeurs.acteurAlerte.${acteur}`, { _: acteur })}</Entier>
          )}
        />
        <Column source="nbFormations" render={({ nbFormations }) => formatNumber(nbFormations)} />
        <Column source="places" render={({ places }) => formatNumber(places)} />
        <Column source="voeux" render={({ voeux }) => formatNumber(voeux)} />
        <Column source="date" render={({ date }) => (date ? <Entier>{formatDay(date)}</Entier> : '–')} />
        <Column source="campagneNom" disableSort />
      </Tableau>
    </Liste>
  );
};
