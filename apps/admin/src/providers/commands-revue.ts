import type { DecisionCommand, DecisionResult } from '../contract/formation.ts';
import type {
  ApercuAnnulation,
  CommandeGroupe,
  Confiance,
  Ecarte,
  ElementAveugle,
  FacettesRevue,
  GenreLecture,
  MaDecision,
  MotifRefus,
  Prochaines,
  ReponseLecture,
  Requete,
  Similaires,
  Tirage,
} from '../contract/revue.ts';
import { post, request, search, segment } from './http-client.ts';

export type FiltreRevue = Readonly<Record<string, unknown>>;

/** What the review asks of the server; one function a route. */
export const commandsRevue = {
  /** Items to treat only: whatever else the filter says of their status is not asked. */
  prochaines: ({ statut: _, ...filtre }: FiltreRevue, nombre: number) =>
    post<Prochaines>('/revues/prochaines', { filtre, nombre }),
  renouveler: (ids: readonly string[]) =>
    post<{ tenus: string[]; perdus: string[] }>('/revues/baux/renouvellement', { ids }),
  /** Sent while the page is being left: the browser finishes it alone. */
  liberer: () => request<null>('/revues/baux/liberation', { method: 'POST', body: {}, keepalive: true }),
  passer: (id: string) => post<null>(`/revues/${segment(id)}/passer`),

  motifs: (signal?: AbortSignal) => request<{ data: MotifRefus[] }>('/revues/motifs', { signal }),
  /** The filter says which item comes next. */
  decider: (id: string, command: DecisionCommand, filtre: FiltreRevue) =>
    request<DecisionResult>(
      `/revues/${segment(id)}/decisions${search({ filter: Object.keys(filtre).length > 0 ? JSON.stringify(filtre) : '' })}`,
      { method: 'POST', body: command, keepalive: true },
    ),
  apercuAnnulation: (id: string, signal?: AbortSignal) =>
    request<ApercuAnnulation>(`/revues/${segment(id)}/annulation`, { signal }),
  annulerDecision: (id: string, command: { commandeId: string; version: number }) =>
    post<DecisionResult>(`/revues/${segment(id)}/annulation`, command),
  mesDecisions: (query: { page: number; perPage: number }, signal?: AbortSignal) =>
    request<{ data: MaDecision[]; total: number }>(`/revues/decisions${search(query)}`, { signal }),

  similaires: (id: string, signal?: AbortSignal) =>
    request<Similaires>(`/revues/${segment(id)}/similaires`, { signal }),
  deciderGroupe: (command: CommandeGroupe) =>
    post<{ groupeId: string; decides: number; ecartes: Ecarte[] }>('/revues/groupes', command),
  annulerGroupe: (groupeId: string, commandeId: string) =>
    post<{ repris: number; laisses: Ecarte[] }>(`/revues/groupes/${segment(groupeId)}/annulation`, {
      commandeId,
    }),

  facettes: (filtre: FiltreRevue, signal?: AbortSignal) =>
    request<FacettesRevue>(`/revues/facettes${search({ filter: JSON.stringify(filtre) })}`, { signal }),
  requetes: (ecran: string, signal?: AbortSignal) =>
    request<{ data: Requete[] }>(`/requetes${search({ filter: JSON.stringify({ ecran }) })}`, { signal }),
  enregistrerRequete: (requete: Pick<Requete, 'ecran' | 'nom' | 'filtre' | 'partagee'>) =>
    post<Requete>('/requetes', requete),
  effacerRequete: (id: string) => request<null>(`/requetes/${segment(id)}`, { method: 'DELETE' }),

  confiance: (campagneId: string, signal?: AbortSignal) =>
    request<Confiance>(`/confiance${search({ campagneId })}`, { signal }),
  tirages: (campagneId: string, signal?: AbortSignal) =>
    request<{ data: Tirage[] }>(`/tirages${search({ filter: JSON.stringify({ campagneId }) })}`, { signal }),
  tirer: (
    tirage:
      | { genre: 'audit'; campagneId: string; taille: number }
      | {
          genre: 'bande';
          campagneId: string;
          confianceMin: number;
          confianceMax: number;
          taille: number;
          risque: number;
        },
  ) => post<Tirage>('/tirages', tirage),
  clore: (tirageId: string, commandeId: string) =>
    post<{ groupeId: string; decides: number; ecartes: Ecarte[] }>(`/tirages/${segment(tirageId)}/cloture`, {
      commandeId,
    }),
  prochaineLecture: (genre: GenreLecture, campagneId: string) =>
    post<{ element: ElementAveugle | null; restants: number }>('/lectures/prochaine', {
      genre,
      ...(campagneId ? { campagneId } : {}),
    }),
  lire: (id: string, reponse: ReponseLecture) =>
    post<{ fait: true }>(`/lectures/${segment(id)}/reponse`, reponse),
  tauxControle: (campagneId: string, taux: number) =>
    request<Confiance['controlesFile']>(`/campagnes/${segment(campagneId)}/controles`, {
      method: 'PUT',
      body: { taux },
    }),
  seuilSecondeLecture: (campagneId: string, seuil: number | null) =>
    request<{ seuil: number | null; concernes: number }>(
      `/campagnes/${segment(campagneId)}/seconde-lecture`,
      { method: 'PUT', body: { seuil } },
    ),
};
