import type { Request } from 'express';
import type { Role } from './role.ts';

/** Who is signed in, as the guards found it. Use cases take it as the author of what they do. */
export interface AuthenticatedCompte {
  readonly compteId: string;
  readonly identifiant: string;
  readonly nom: string;
  readonly role: Role;
  /** The académies the account is limited to; null for all of them. */
  readonly academies: readonly string[] | null;
  readonly doitChangerMotDePasse: boolean;
  /** sha256 of the session's token, hexadecimal: names the session without opening it. */
  readonly sessionId: string;
}

/** A request once the session guard has let it through. */
export interface AuthenticatedRequest extends Request {
  compte?: AuthenticatedCompte;
}
