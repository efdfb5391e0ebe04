import type { ReactElement, ReactNode } from 'react';
import {
  DataTable,
  LinkBase,
  List,
  useListContext,
  useTranslate,
  type ListProps,
  type RaRecord,
} from 'react-admin';
import { Erreur, Vide } from './etats.tsx';

const ListeErreur = () => {
  const translate = useTranslate();
  const list = useListContext();
  return (
    <Erreur
      titre={translate('concordance.erreurs.titre')}
      error={list.error}
      onRetry={() => void list.refetch()}
    />
  );
};

const ListeVide = ({ message }: { message: string }) => {
  const translate = useTranslate();
  const list = useListContext();
  const filtered = Object.keys(list.filterValues as object).length > 0;
  return (
    <Vide>
      {filtered ? translate('ra.navigation.no_filtered_results', { name: '' }) : translate(message)}
    </Vide>
  );
};

/** A list page: pagination, filters, its error and its empty states; no bulk action, nothing here is erased. */
export const Liste = <T extends RaRecord>({
  children,
  actions,
  ...props
}: Omit<ListProps<T>, 'children'> & {
  children: ReactNode;
  actions?: ReactElement | false;
}) => (
  <List<T>
    perPage={25}
    exporter={false}
    empty={false}
    error={<ListeErreur />}
    actions={actions ?? false}
    sx={{
      '& .RaList-main': { minWidth: 0, maxWidth: '100%' },
      '& .RaList-content': { overflow: 'visible' },
      '& .RaList-actions': {
        flexDirection: { xs: 'column', md: 'row' },
        alignItems: { xs: 'stretch', md: 'flex-end' },
        gap: '8px',
        minHeight: 0,
      },
      '& .RaList-actions .MuiToolbar-root': {
        flexWrap: 'wrap',
        gap: '8px',
        px: 0,
        minHeight: 0,
        maxWidth: '100%',
      },
      '& .RaFilterForm-filterFormInput': { minWidth: { xs: '100%', sm: 190 } },
      '& .RaList-actions form': {
        flex: { xs: 'none', md: '0 1 auto' },
        height: 'auto',
        minHeight: 0,
        pb: '8px',
      },
    }}
    {...props}
  >
    {children}
  </List>
);

/** The table of a list. `secondaires` are the columns that a narrow screen goes without. */
export const Tableau = ({
  vide,
  secondaires = [],
  children,
}: {
  vide: string;
  secondaires?: readonly string[];
  children: ReactNode;
}) => (
  <DataTable
    bulkActionButtons={false}
    rowClick={false}
    hover={false}
    empty={<ListeVide message={vide} />}
    sx={{
      '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
      '& code': { whiteSpace: { md: 'nowrap' } },
      // A word is cut only where it is wider than its column: columns give their words the room they need first.
      '& td': { verticalAlign: 'top', overflowWrap: 'break-word' },
      '& th': { whiteSpace: 'normal' },
      '& th, & td': { px: { xs: '6px', md: '16px' } },
      ...Object.fromEntries(
        secondaires.map((source) => [`& .column-${source}`, { display: { xs: 'none', md: 'table-cell' } }]),
      ),
    }}
  >
    {children}
  </DataTable>
);

/** The link of a row to its page: what keyboard and screen reader users reach a record by. */
export const LienFiche = ({ to, children }: { to: string; children: ReactNode }) => (
  <LinkBase to={to} className="cc-lien">
    {children}
  </LinkBase>
);

/** Pieces side by side that wrap on a narrow screen. */
export const Rangee = ({ children }: { children: ReactNode }) => <div className="cc-rangee">{children}</div>;
