import { CreateButton, DataTable, TopToolbar, useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import type { Compte } from '../contract/session.ts';

const Column = DataTable.Col<Compte>;

export const CompteList = () => {
  const translate = useTranslate();
  return (
    <Liste<Compte>
      sort={{ field: 'nom', order: 'ASC' }}
      actions={
        <TopToolbar>
          <CreateButton label="concordance.comptes.creerTitre" />
        </TopToolbar>
      }
    >
      <Tableau
        vide="concordance.comptes.vide"
        secondaires={['identifiant', 'academies', 'derniereConnexionLe']}
      >
        <Column source="nom" render={({ id, nom }) => <LienFiche to={`/comptes/${id}`}>{nom}</LienFiche>} />
        <Column source="identifiant" />
        <Column source="role" render={({ role }) => translate(`concordance.valeurs.role.${role}`)} />
        <Column
          source="academies"
          disableSort
          render={({ academies }) =>
            academies?.join(', ') ?? translate('concordance.comptes.toutesAcademies')
          }
        />
        <Column
          source="actif"
          render={({ actif }) => (
            <Pastille ton={actif ? 'succes' : 'neutre'}>
              {translate(`concordance.application.${actif ? 'oui' : 'non'}`)}
            </Pastille>
          )}
        />
        <Column
          source="derniereConnexionLe"
          render={({ derniereConnexionLe }) =>
            derniereConnexionLe ? formatInstant(derniereConnexionLe) : translate('concordance.comptes.jamais')
          }
        />
      </Tableau>
    </Liste>
  );
};
