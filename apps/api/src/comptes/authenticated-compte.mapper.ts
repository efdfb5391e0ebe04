import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import type { CompteEntity } from '../database/entities/compte.entity.ts';

export function toAuthenticatedCompte(compte: CompteEntity, sessionId: string): AuthenticatedCompte {
  return {
    compteId: compte.id,
    identifiant: compte.identifiant,
    nom: compte.nom,
    role: compte.role,
    academies: compte.academies,
    doitChangerMotDePasse: compte.doitChanger,
    sessionId,
  };
}
