import { BooleanInput, DataTable, SearchInput, useTranslate } from 'react-admin';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { useValidite } from '../affichage/validite.ts';
import type { Certification } from '../contract/formation.ts';

const Column = DataTable.Col<Certification>;

export const CertificationList = () => {
  const translate = useTranslate();
  const validite = useValidite();
  return (
    <Liste<Certification>
      sort={{ field: 'pertinence', order: 'ASC' }}
      filters={[
        <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
        <BooleanInput key="ouvertes" source="ouvertes" alwaysOn />,
      ]}
    >
      <Tableau
        vide="concordance.certifications.vide"
        secondaires={['famille', 'niveauQualification', 'dateOuverture']}
      >
        <Column
          source="libelle"
          disableSort
          render={({ code, libelle }) => (
            <LienFiche to={`/certifications/${encodeURIComponent(code)}/show`}>{libelle}</LienFiche>
          )}
        />
        <Column source="code" disableSort render={({ code }) => <code>{code}</code>} />
        <Column source="famille" disableSort />
        <Column source="niveauQualification" disableSort />
        <Column source="dateOuverture" disableSort render={(certification) => validite(certification)} />
      </Tableau>
    </Liste>
  );
};
