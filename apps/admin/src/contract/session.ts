/** Who is signed in, as `GET /api/session` says it. */
export type Role = 'lecteur' | 'instructeur' | 'administrateur';

export interface Session {
  compteId: string;
  identifiant: string;
  nom: string;
  role: Role;
  doitChangerMotDePasse: boolean;
}

export interface Compte {
  id: string;
  identifiant: string;
  nom: string;
  role: Role;
  actif: boolean;
  creeLe: string;
  derniereConnexionLe: string | null;
}
