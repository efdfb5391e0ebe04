import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import type { CompteEntity } from '../database/entities/compte.entity.ts';
import type { CompteDto, SessionDto } from './compte.schema.ts';

export function presentCompte(compte: CompteEntity): CompteDto {
  return {
    id: compte.id,
    identifiant: compte.identifiant,
    nom: compte.nom,
    role: compte.role,
    academies: compte.academies,
    actif: compte.actif,
    creeLe: compte.createdAt.toISOString(),
    derniereConnexionLe: compte.derniereConnexionAt?.toISOString() ?? null,
  };
}

export function presentSession(compte: Omit<AuthenticatedCompte, 'sessionId'>): SessionDto {
  const { compteId, identifiant, nom, role, academies, doitChangerMotDePasse } = compte;
  return { compteId, identifiant, nom, role, academies, doitChangerMotDePasse };
}
