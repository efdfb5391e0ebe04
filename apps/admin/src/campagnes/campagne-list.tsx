import { CreateButton, DataTable, TopToolbar, useCanAccess, useTranslate } from 'react-admin';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { formatDay, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Liste, Tableau } from '../affichage/liste.tsx';
import type { Campagne } from '../contract/campagne.ts';

const Column = DataTable.Col<Campagne>;

export const CampagneList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'campagnes', action: 'create' });
  return (
    <Liste
      sort={{ field: 'creeeLe', order: 'DESC' }}
      actions={
        canAccess ? (
          <TopToolbar>
            <CreateButton label="concordance.campagnes.creerTitre" />
          </TopToolbar>
        ) : (
          false
        )
      }
    >
      <Tableau vide="concordance.campagnes.vide" secondaires={['plateforme', 'rentree', 'nbFormations']}>
        <Column
          source="nom"
          render={({ id, nom }) => <LienFiche to={`/campagnes/${id}/show`}>{nom}</LienFiche>}
        />
        <Column
          source="plateforme"
          render={({ plateforme }) =>
            translate(`concordance.valeurs.plateforme.${plateforme}`, { _: plateforme })
          }
        />
        <Column source="rentree" render={({ rentree }) => formatDay(rentree)} />
        <DataTable.NumberCol source="nbFormations" locales="fr-FR" />
        <Column
          source="compteurs"
          disableSort
          render={({ compteurs }) => (compteurs ? <CompteursBarre compteurs={compteurs} /> : '–')}
        />
        <Column
          source="nbARevoir"
          disableSort
          render={({ id, nbARevoir }) =>
            nbARevoir > 0 ? (
              <LienFiche
                to={`/revues?filter=${encodeURIComponent(JSON.stringify({ campagneId: id, statut: 'a_traiter' }))}`}
              >
                {formatNumber(nbARevoir)}
              </LienFiche>
            ) : (
              '0'
            )
          }
        />
      </Tableau>
    </Liste>
  );
};
