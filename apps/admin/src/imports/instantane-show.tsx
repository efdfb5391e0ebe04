import { DataTable, Pagination, ReferenceManyField, Show, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import { formatBytes, formatInstant, formatNumber } from '../affichage/formats.ts';
import { Tableau } from '../affichage/liste.tsx';
import { Sha256 } from '../affichage/sha256.tsx';
import { ActionsInstantane } from './actions-instantane.tsx';
import { EcartInstantane } from './ecart-instantane.tsx';
import { useLibelleTable } from './libelle-table.ts';
import type { Instantane } from '../contract/campagne.ts';

interface LigneRefusee {
  id: string;
  ligne: number;
  colonne: string | null;
  motif: string;
  message: string;
  extrait: string | null;
}

const Column = DataTable.Col<LigneRefusee>;

const Rejets = () => {
  const translate = useTranslate();
  return (
    <Bloc titre={translate('concordance.imports.rejets')}>
      <ReferenceManyField
        reference="lignes-refusees"
        target="instantaneId"
        sort={{ field: 'ligne', order: 'ASC' }}
        pagination={<Pagination />}
      >
        <Tableau vide="concordance.imports.aucunRejet" secondaires={['motif', 'extrait']}>
          <Column source="ligne" render={({ ligne }) => formatNumber(ligne)} />
          <Column source="colonne" render={({ colonne }) => colonne ?? '–'} />
          <Column source="motif" render={({ motif }) => <code>{motif}</code>} />
          <Column source="message" disableSort />
          <Column
            source="extrait"
            disableSort
            render={({ extrait }) => (extrait ? <code>{extrait}</code> : '–')}
          />
        </Tableau>
      </ReferenceManyField>
    </Bloc>
  );
};

const Detail = () => {
  const translate = useTranslate();
  const libelleTable = useLibelleTable();
  const instantane = useRecordContext<Instantane>();
  if (!instantane) return null;
  const label = (field: string) => translate(`resources.instantanes.fields.${field}`);
  return (
    <Pile>
      <EcartInstantane instantane={instantane} />
      <ActionsInstantane instantane={instantane} />
      <CoteACote>
        <Bloc titre={translate('concordance.imports.contenu')}>
          <Fiche
            lignes={[
              [label('table'), libelleTable(instantane)],
              [label('millesime'), instantane.millesime],
              [label('lignes'), formatNumber(instantane.lignes)],
              [label('acceptees'), formatNumber(instantane.acceptees)],
              [label('refusees'), formatNumber(instantane.refusees)],
              [
                label('colonnesInconnues'),
                instantane.colonnesInconnues.join(', ') || translate('concordance.imports.aucune'),
              ],
              [label('statut'), translate(`concordance.valeurs.statutInstantane.${instantane.statut}`)],
            ]}
          />
        </Bloc>
        <Bloc titre={translate('concordance.imports.enregistrement')}>
          <Fiche
            lignes={[
              [label('origine'), instantane.origine],
              [label('encodage'), instantane.encodage],
              [label('octets'), formatBytes(instantane.octets)],
              [label('sha256'), <Sha256 key="sha" value={instantane.sha256} />],
              [label('importeLe'), formatInstant(instantane.importeLe)],
              [label('importePar'), instantane.importePar],
            ]}
          />
        </Bloc>
      </CoteACote>
      <Rejets />
    </Pile>
  );
};

const Titre = () => <>{useRecordContext<Instantane>()?.nom}</>;

export const InstantaneShow = () => (
  <Show actions={false} component="div" title={<Titre />}>
    <Detail />
  </Show>
);
