import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { alertes } from './alertes/alertes.resource.ts';
import { campagnes } from './campagnes/campagnes.resource.ts';
import { certifications } from './certifications/certifications.resource.ts';
import { collectes } from './collectes/collectes.resource.ts';
import { comptes } from './comptes/comptes.resource.ts';
import { etablissements } from './etablissements/etablissements.resource.ts';
import { executions } from './executions/executions.resource.ts';
import { exportsJson } from './exports/exports.resource.ts';
import { formations } from './formations/formations.resource.ts';
import { i18nProvider } from './i18n/i18n-provider.ts';
import { imports, instantanes } from './imports/imports.resource.ts';
import { journal } from './journal/journal.resource.ts';
import { AppLayout } from './layout/app-layout.tsx';
import { lazyPage } from './layout/lazy-page.ts';
import { AccesReserve, PageIntrouvable, SessionInjoignable } from './layout/page-erreur.tsx';
import { planifications } from './planification/planifications.resource.ts';
import { reglesPerimetre } from './perimetre/regles-perimetre.resource.ts';
import { MOT_DE_PASSE_PATH, authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { createQueryClient } from './providers/query-client.ts';
import { revues } from './revue/revue.resource.ts';
import { PageConnexion } from './session/page-connexion.tsx';
import { PageMotDePasse } from './session/page-mot-de-passe.tsx';
import { darkTheme, lightTheme } from './theme/concordance-theme.ts';

const queryClient = createQueryClient({ retries: 2 });
const Comparaison = lazyPage(() => import('./imports/comparaison.tsx'), 'Comparaison');
const ComparaisonExecutions = lazyPage(
  () => import('./executions/comparaison-executions.tsx'),
  'ComparaisonExecutions',
);
const ComparaisonExports = lazyPage(() => import('./exports/comparaison-exports.tsx'), 'ComparaisonExports');
const CouverturePage = lazyPage(() => import('./couverture/couverture-page.tsx'), 'CouverturePage');
const ConfiancePage = lazyPage(() => import('./confiance/confiance-page.tsx'), 'ConfiancePage');
const FinalitesPage = lazyPage(() => import('./finalites/finalites-page.tsx'), 'FinalitesPage');
const LecturePage = lazyPage(() => import('./confiance/lecture-page.tsx'), 'LecturePage');
const MesDecisions = lazyPage(() => import('./revue/mes-decisions.tsx'), 'MesDecisions');
const TableauDeBord = lazyPage(() => import('./tableau-de-bord/tableau-de-bord.tsx'), 'TableauDeBord');

/** The back office, page by page. */
export const App = () => (
  <Admin
    title="Concordance"
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
    layout={AppLayout}
    loginPage={PageConnexion}
    dashboard={TableauDeBord}
    catchAll={PageIntrouvable}
    accessDenied={AccesReserve}
    authenticationError={SessionInjoignable}
    requireAuth
    disableTelemetry
  >
    <Resource {...revues} />
    <Resource {...campagnes} />
    <Resource {...formations} />
    <Resource {...executions} />
    <Resource {...exportsJson} />
    <Resource {...alertes} />
    <Resource {...certifications} />
    <Resource {...etablissements} />
    <Resource {...instantanes} />
    <Resource {...imports} />
    <Resource {...collectes} />
    <Resource {...planifications} />
    <Resource {...reglesPerimetre} />
    <Resource {...comptes} />
    <Resource {...journal} />
    <Resource name="lignes-refusees" />
    <Resource name="alertes-formations" />
    <Resource name="sources" recordRepresentation="libelle" />
    <CustomRoutes>
      <Route path="/couverture" element={<CouverturePage />} />
      <Route path="/instantanes/:id/comparaison/:avec" element={<Comparaison />} />
      <Route path="/exports/:id/comparaison/:avec" element={<ComparaisonExports />} />
      <Route path="/confiance" element={<ConfiancePage />} />
      <Route path="/finalites" element={<FinalitesPage />} />
      <Route path="/lecture/:genre" element={<LecturePage />} />
      <Route path="/mes-decisions" element={<MesDecisions />} />
      <Route path="/executions/:id/comparaison/:avec" element={<ComparaisonExecutions />} />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path={MOT_DE_PASSE_PATH} element={<PageMotDePasse />} />
    </CustomRoutes>
  </Admin>
);
