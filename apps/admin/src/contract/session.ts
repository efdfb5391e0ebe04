/** Who is signed in, as `GET /api/session` says it. */
/** Each may do what the one before may. */
export const ROLES = ['lecteur', 'instructeur', 'adjudicateur', 'administrateur'] as const;
export type Role = (typeof ROLES)[number];

export interface Session {
  compteId: string;
  identifiant: string;
  nom: string;
  role: Role;
  /** The académies it is limited to; null for all. */
  academies: string[] | null;
  doitChangerMotDePasse: boolean;
}

/** What someone has set for themselves, kept with their account; null where they have set nothing. */
export interface Preferences {
  raccourcis: {
    actifs: boolean;
    /** One key an action of the review, null where it has none. */
    touches: Readonly<Record<string, string | boolean | null>>;
  } | null;
}

export interface Compte {
  id: string;
  identifiant: string;
  nom: string;
  role: Role;
  academies: string[] | null;
  actif: boolean;
  creeLe: string;
  derniereConnexionLe: string | null;
}
