import type { Campagne, Execution, ExportJson, Instantane, TableauDeBord } from '../contract/campagne.ts';
import type { ComparaisonExecutions, EcartExecution } from '../contract/comparaison-executions.ts';
import type { ComparaisonExports, EcartExport } from '../contract/comparaison-exports.ts';
import type { FacetteFormation } from '../contract/formation.ts';
import type { Finalite, FinaliteADeclarer, Vitesse } from '../contract/finalite.ts';
import type { GrapheCertification } from '../contract/graphe.ts';
import type { Collecte } from '../contract/collecte.ts';
import type { Changement, Comparaison, References } from '../contract/instantane.ts';
import type { ControlesFormation, Cpf } from '../contract/etablissement.ts';
import type { RapportCouverture } from '../contract/couverture.ts';
import type {
  CompteDeRegle,
  ConditionIntegration,
  LigneHistorique,
  RegleEdit,
  ReglePerimetre,
  ValeursPerimetre,
} from '../contract/perimetre.ts';
import type { Planification } from '../contract/planification.ts';
import type { Preferences, Session } from '../contract/session.ts';
import type { DemandeEcarts } from '../contract/ecarts.ts';
import { post, request, search, segment } from './http-client.ts';

/** Everything the back office asks the server to do that is not a plain record: one function a route. */
export const commands = {
  lancerExecution: (campagneId: string) => post<Execution>(`/campagnes/${segment(campagneId)}/executions`),
  annulerExecution: (executionId: string) =>
    post<Execution>(`/executions/${segment(executionId)}/annulation`),
  publier: (campagneId: string, executionId: string) =>
    post<Campagne>(`/campagnes/${segment(campagneId)}/publication`, { executionId }),
  exporter: (campagneId: string) => post<ExportJson>(`/campagnes/${segment(campagneId)}/exports`),
  importer: (fichier: File, encodage: string | null) => {
    const form = new FormData();
    form.set('fichier', fichier);
    if (encodage) form.set('encodage', encodage);
    return post<{ importId: string }>('/imports', form);
  },
  lancerCollecte: (source: string) => post<Collecte>('/collectes', { source }),
  annulerCollecte: (id: string) => post<Collecte>(`/collectes/${segment(id)}/annulation`),
  reprendreCollecte: (id: string) => post<Collecte>(`/collectes/${segment(id)}/reprise`),
  lancerPlanification: (id: string) => post<Planification>(`/planifications/${segment(id)}/execution`),
  activerPlanification: (
    { id, nom, genre, source, chemin, parametres, cron }: Planification,
    actif: boolean,
  ) =>
    request<Planification>(`/planifications/${segment(id)}`, {
      method: 'PUT',
      body: { nom, genre, source, chemin, parametres, cron, actif },
    }),
  comparer: (id: string, avec: string, signal?: AbortSignal) =>
    request<Comparaison>(`/instantanes/${segment(id)}/comparaison?avec=${segment(avec)}`, { signal }),
  changements: (id: string, query: DemandeEcarts & { avec: string }, signal?: AbortSignal) => {
    return request<{ data: Changement[]; total: number }>(
      `/instantanes/${segment(id)}/changements${search(query)}`,
      { signal },
    );
  },
  comparerExecutions: (id: string, avec: string, signal?: AbortSignal) =>
    request<ComparaisonExecutions>(`/executions/${segment(id)}/comparaison${search({ avec })}`, { signal }),
  ecartsExecutions: (id: string, query: DemandeEcarts & { avec: string }, signal?: AbortSignal) =>
    request<{ data: EcartExecution[]; total: number }>(`/executions/${segment(id)}/ecarts${search(query)}`, {
      signal,
    }),
  comparerExports: (id: string, avec: string, signal?: AbortSignal) =>
    request<ComparaisonExports>(`/exports/${segment(id)}/comparaison${search({ avec })}`, { signal }),
  ecartsExports: (id: string, query: DemandeEcarts & { avec: string }, signal?: AbortSignal) =>
    request<{ data: EcartExport[]; total: number }>(`/exports/${segment(id)}/ecarts${search(query)}`, {
      signal,
    }),
  controles: (formationId: string, signal?: AbortSignal) =>
    request<ControlesFormation>(`/formations/${segment(formationId)}/controles`, { signal }),
  cpf: (code: string, signal?: AbortSignal) =>
    request<Cpf>(`/certifications/${segment(code)}/cpf`, { signal }),
  facettesFormations: (signal?: AbortSignal) =>
    request<{ academies: FacetteFormation[]; typesDiplome: FacetteFormation[] }>('/formations/facettes', {
      signal,
    }),
  graphe: (code: string, signal?: AbortSignal) =>
    request<GrapheCertification>(`/certifications/${segment(code)}/graphe`, { signal }),
  retirerInstantane: (id: string) => post<Instantane>(`/instantanes/${segment(id)}/retrait`),
  confirmerInstantane: (id: string) => post<Instantane>(`/instantanes/${segment(id)}/confirmation`),
  remettreInstantane: (id: string) => post<Instantane>(`/instantanes/${segment(id)}/remise-en-service`),
  epingles: (genre: 'references' | 'etablissements', campagneId: string, signal?: AbortSignal) =>
    request<References>(`/campagnes/${segment(campagneId)}/${genre}`, { signal }),
  epingler: (genre: 'references' | 'etablissements', campagneId: string, ids: string[] | null) =>
    request<References>(`/campagnes/${segment(campagneId)}/${genre}`, {
      method: 'PUT',
      body: genre === 'references' ? { referencesIds: ids } : { instantanesIds: ids },
    }),
  finalites: (signal?: AbortSignal) => request<{ data: Finalite[] }>('/finalites', { signal }),
  declarerFinalite: (finalite: FinaliteADeclarer) => post<Finalite>('/finalites', finalite),
  retirerFinalite: (id: string) => request<null>(`/finalites/${segment(id)}`, { method: 'DELETE' }),
  vitesse: (signal?: AbortSignal) => request<Vitesse>('/statistiques/vitesse', { signal }),
  reinitialiserMotDePasse: (compteId: string) =>
    post<{ motDePasseProvisoire: string }>(`/comptes/${segment(compteId)}/reinitialisation`),
  preferences: (signal?: AbortSignal) => request<Preferences>('/session/preferences', { signal }),
  garderPreferences: (body: Preferences) =>
    request<Preferences>('/session/preferences', { method: 'PUT', body }),
  changerMotDePasse: (ancien: string, nouveau: string) =>
    request<Session>('/session/mot-de-passe', { method: 'PUT', body: { ancien, nouveau } }),
  couverture: (query: string, signal?: AbortSignal) =>
    request<RapportCouverture>(`/couverture?${query}`, { signal }),
  compterRegle: (id: string | null, regle: RegleEdit, signal?: AbortSignal) =>
    request<{ data: CompteDeRegle[] }>('/regles-perimetre/compte', {
      method: 'POST',
      body: { id, regle },
      signal,
    }),
  valeursPerimetre: (signal?: AbortSignal) =>
    request<ValeursPerimetre>('/regles-perimetre/valeurs', { signal }),
  historiqueRegle: (id: string, signal?: AbortSignal) =>
    request<{ data: LigneHistorique[] }>(`/regles-perimetre/${segment(id)}/historique`, { signal }),
  supprimerRegle: ({ id, version }: ReglePerimetre) =>
    post<ReglePerimetre>(`/regles-perimetre/${segment(id)}/suppression`, { version }),
  restaurerRegle: ({ id, version }: ReglePerimetre) =>
    post<ReglePerimetre>(`/regles-perimetre/${segment(id)}/restauration`, { version }),
  deroger: ({ id, version }: ReglePerimetre, academie: string, conditionIntegration: ConditionIntegration) =>
    request<ReglePerimetre>(`/regles-perimetre/${segment(id)}/academies/${segment(academie)}`, {
      method: 'PUT',
      body: { version, conditionIntegration },
    }),
  retirerDerogation: ({ id, version }: ReglePerimetre, academie: string) =>
    request<ReglePerimetre>(
      `/regles-perimetre/${segment(id)}/academies/${segment(academie)}?version=${version}`,
      { method: 'DELETE' },
    ),
  tableauDeBord: (campagneId: string, signal?: AbortSignal) =>
    request<TableauDeBord>(`/tableau-de-bord?campagneId=${segment(campagneId)}`, { signal }),
};

/** Where the coverage report is downloaded from, as a spreadsheet. */
export const urlCouverture = (query: string): string => `/api/couverture/export?${query}`;

/** Where the perimeter rules are downloaded from, as a spreadsheet. */
export const URL_REGLES = '/api/regles-perimetre/export';
/** Where the alerts of a campaign are downloaded from, for a spreadsheet. */
export const urlAlertes = (campagneId: string): string => `/api/campagnes/${segment(campagneId)}/alertes.csv`;

/** Where the filtered formations are downloaded from, as a spreadsheet reads them. */
export const urlFormationsCsv = (filtre: Record<string, unknown>): string =>
  `/api/formations/export${search({ filter: JSON.stringify(filtre) })}`;

/** Where what differs between two exports is downloaded from, as a spreadsheet reads it. */
export const urlEcartsCsv = (id: string, query: Record<string, string>): string =>
  `/api/exports/${segment(id)}/ecarts.csv${search(query)}`;

/** Where a file of an export is downloaded from. */
export const urlFichier = (exportId: string, nom: string): string =>
  `/api/exports/${segment(exportId)}/fichiers/${segment(nom)}`;
