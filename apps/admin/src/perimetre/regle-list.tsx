import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, Typography } from '@mui/material';
import {
  BooleanInput,
  CreateButton,
  DataTable,
  FilterButton,
  SearchInput,
  SelectInput,
  TopToolbar,
  useCanAccess,
  useTranslate,
} from 'react-admin';
import { useChoix } from '../affichage/choix.ts';
import { formatInstant } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { useConditionEnMots } from '../conditions/condition-mots.ts';
import {
  CONDITIONS_INTEGRATION,
  type ConditionIntegration,
  type ReglePerimetre,
} from '../contract/perimetre.ts';
import { URL_REGLES } from '../providers/commands.ts';
import type { Ton } from '../theme/tons.ts';
import { PLATEFORMES, VOIES } from './condition-input.tsx';

const Column = DataTable.Col<ReglePerimetre>;
const TONS: Record<ConditionIntegration, Ton> = {
  doit_integrer: 'succes',
  peut_integrer: 'info',
  ne_doit_pas_integrer: 'erreur',
};

const Criteres = ({ typeDiplome, filiere, niveau, plateforme, condition }: ReglePerimetre) => {
  const translate = useTranslate();
  const inWords = useConditionEnMots();
  const parts = [
    typeDiplome,
    filiere && translate(`concordance.valeurs.voie.${filiere}`),
    niveau && translate(`concordance.valeurs.niveau.${niveau}`),
    plateforme && translate(`concordance.valeurs.plateforme.${plateforme}`),
  ].filter(Boolean);
  return (
    <>
      {parts.length === 0 ? translate('concordance.perimetre.toutesFormations') : parts.join(' · ')}
      {condition ? (
        <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
          {inWords(condition)}
        </Typography>
      ) : null}
    </>
  );
};

const useFilters = () => {
  const translate = useTranslate();
  const plateformes = useChoix('plateforme', PLATEFORMES);
  const voies = useChoix('voie', VOIES);
  const integration = useChoix('conditionIntegration', CONDITIONS_INTEGRATION);
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
    <SelectInput key="integration" source="conditionIntegration" choices={integration} alwaysOn />,
    <SelectInput key="plateforme" source="plateforme" choices={plateformes} />,
    <SelectInput key="filiere" source="filiere" choices={voies} />,
    <BooleanInput key="supprimees" source="supprimees" />,
  ];
};

/** Which formations are in scope, the rule that rules first on top. */
export const RegleList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'regles-perimetre', action: 'create' });
  return (
    <Liste<ReglePerimetre>
      sort={{ field: 'priorite', order: 'DESC' }}
      filters={useFilters()}
      actions={
        <TopToolbar>
          <FilterButton />
          <Button component="a" href={URL_REGLES} download startIcon={<FileDownloadOutlined />}>
            {translate('concordance.couverture.exporter')}
          </Button>
          {canAccess ? <CreateButton label="concordance.perimetre.creerTitre" /> : null}
        </TopToolbar>
      }
    >
      <Tableau
        vide="concordance.perimetre.vide"
        secondaires={['typeDiplome', 'priorite', 'derogations', 'modifieeLe']}
      >
        <Column
          source="nom"
          render={({ id, nom }) => <LienFiche to={`/regles-perimetre/${id}`}>{nom}</LienFiche>}
        />
        <Column
          source="typeDiplome"
          label="concordance.perimetre.criteres"
          render={(regle) => <Criteres {...regle} />}
        />
        <Column
          source="conditionIntegration"
          disableSort
          render={({ conditionIntegration }) => (
            <Pastille ton={TONS[conditionIntegration]}>
              {translate(`concordance.valeurs.conditionIntegration.${conditionIntegration}`)}
            </Pastille>
          )}
        />
        <Column source="priorite" />
        <Column
          source="derogations"
          disableSort
          render={({ derogations }) => Object.keys(derogations).length || '–'}
        />
        <Column
          source="modifieeLe"
          render={({ modifieeLe, modifieePar }) => (
            <>
              {formatInstant(modifieeLe)}
              <div>{modifieePar}</div>
            </>
          )}
        />
      </Tableau>
    </Liste>
  );
};
