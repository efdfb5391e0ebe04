import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import {
  DataTable,
  FilterButton,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TextInput,
  TopToolbar,
  useListContext,
  useTranslate,
} from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatInstant, formatNumber, percent } from '../affichage/formats.ts';
import { RequetesEnregistrees } from '../affichage/requetes-enregistrees.tsx';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche, Liste, Rangee, Tableau } from '../affichage/liste.tsx';
import { PAR_NOM } from '../affichage/tri.ts';
import { DecisionPastille, StatutPastille } from '../affichage/statuts.tsx';
import { CHOIX_ETATS } from '../couverture/etats-couverture.ts';
import type { Execution } from '../contract/campagne.ts';
import type { FacetteFormation, Formation } from '../contract/formation.ts';
import { commands, urlFormationsCsv } from '../providers/commands.ts';
import { MOTIFS } from './motifs.ts';
import { BoutonRequete, RequeteEnVigueur } from './requete.tsx';

const Column = DataTable.Col<Formation>;

/** The filtered rows as a file: a link, so that the browser writes it as it comes. */
const ExporterCsv = () => {
  const translate = useTranslate();
  const list = useListContext<Formation>();
  return (
    <Button
      variant="outlined"
      startIcon={<FileDownloadOutlined />}
      href={urlFormationsCsv(list.filterValues as Record<string, unknown>)}
      download="formations.csv"
    >
      {translate('concordance.formations.exporterCsv')}
    </Button>
  );
};

const useFilters = () => {
  const translate = useTranslate();
  const statuts = useChoix('statut', ['apparie', 'a_verifier', 'sans_correspondance']);
  const motifs = useChoix('motif', MOTIFS);
  const voies = useChoix('voie', ['scolaire', 'apprentissage']);
  const decisions = useChoix('decision', ['humaine', 'auto']);
  const perimetres = useChoix('perimetre', ['dans', 'hors', 'sans_regle']);
  const { data: facettes } = useQuery({
    queryKey: ['formations', 'facettes'],
    queryFn: ({ signal }) => commands.facettesFormations(signal),
    staleTime: 60_000,
  });
  const choix = (liste: FacetteFormation[] = []) =>
    liste.map(({ valeur, nombre }) => ({ id: valeur, name: `${valeur} (${formatNumber(nombre)})` }));
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
    <ReferenceInput key="campagne" source="campagneId" reference="campagnes" sort={PAR_NOM} alwaysOn>
      <SelectInput optionText="nom" />
    </ReferenceInput>,
    <SelectInput key="statut" source="statut" choices={statuts} alwaysOn />,
    <SelectInput key="motif" source="motif" choices={motifs} />,
    <SelectInput key="academie" source="academie" choices={choix(facettes?.academies)} />,
    <SelectInput key="typeDiplome" source="typeDiplome" choices={choix(facettes?.typesDiplome)} />,
    <SelectInput key="voie" source="voie" choices={voies} />,
    <SelectInput key="decision" source="decision" choices={decisions} />,
    <TextInput key="uai" source="uai" />,
    <SelectInput key="perimetre" source="perimetre" choices={perimetres} />,
    <SelectInput key="raison" source="raisonCouverture" choices={CHOIX_ETATS} />,
    <SelectInput key="concordance" source="raisonConcordance" choices={CHOIX_ETATS} />,
    <SelectInput key="codes" source="raisonCodes" choices={CHOIX_ETATS} />,
    <TextInput key="typeCouverture" source="typeCouverture" />,
    <TextInput key="academieCode" source="academieCode" />,
    <ReferenceInput
      key="execution"
      source="executionId"
      reference="executions"
      sort={{ field: 'termineeLe', order: 'DESC' }}
      filter={{ statut: 'terminee' }}
    >
      <SelectInput
        optionText={({ campagneNom, creeeLe }: Execution) => `${campagneNom}, ${formatInstant(creeeLe)}`}
      />
    </ReferenceInput>,
  ];
};

export const FormationList = () => (
  <Liste<Formation>
    sort={{ field: 'rang', order: 'ASC' }}
    filters={useFilters()}
    actions={
      <TopToolbar>
        <ExporterCsv />
        <BoutonRequete />
        <RequetesEnregistrees ecran="formations" />
        <FilterButton disableSaveQuery />
      </TopToolbar>
    }
  >
    <RequeteEnVigueur />
    <Tableau
      vide="concordance.formations.vide"
      secondaires={['identifiant', 'etablissement', 'libelleCertification', 'confiance']}
    >
      <Column source="identifiant" />
      <Column
        source="libelle"
        render={({ id, libelle, specialite }) => (
          <LienFiche to={`/formations/${id}/show`}>
            <Libelles libelle={libelle} specialite={specialite} />
          </LienFiche>
        )}
      />
      <Column
        source="etablissement"
        disableSort
        render={({ etablissement, uai, academie }) => (
          <>
            {etablissement ?? uai}
            {academie ? <div>{academie}</div> : null}
          </>
        )}
      />
      <Column
        source="statut"
        render={({ statut, decision }) => (
          <Rangee>
            <StatutPastille statut={statut} />
            <DecisionPastille decision={decision} />
          </Rangee>
        )}
      />
      <Column
        source="libelleCertification"
        disableSort
        render={({ codeCertification, libelleCertification }) =>
          codeCertification ? (
            <>
              {libelleCertification}
              <div>
                <code>{codeCertification}</code>
              </div>
            </>
          ) : (
            '–'
          )
        }
      />
      <Column
        source="confiance"
        render={({ confiance }) => (confiance === null ? '–' : `${percent(confiance)} %`)}
      />
    </Tableau>
  </Liste>
);
