/** Roles from the least to the most allowed: each may do all that the ones before it may. */
export const ROLES = ['lecteur', 'instructeur', 'adjudicateur', 'administrateur'] as const;
export type Role = (typeof ROLES)[number];

/** Whether an account of role `role` may do what is reserved to `required`. */
export function hasRole(role: Role, required: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(required);
}
