import type { Role } from '../common/auth/role.ts';

/** What an administrator may change of an account. */
export interface ModificationCompte {
  readonly nom: string;
  readonly role: Role;
  /** Null: every académie. */
  readonly academies: readonly string[] | null;
  readonly actif: boolean;
}

export type Changements = Readonly<
  Partial<Record<keyof ModificationCompte, { avant: unknown; apres: unknown }>>
>;

/** The fields that really change, with their two values. */
export function changementsDe(avant: ModificationCompte, apres: ModificationCompte): Changements {
  const fields = ['nom', 'role', 'academies', 'actif'] as const;
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(avant[field]) !== JSON.stringify(apres[field]))
      .map((field) => [field, { avant: avant[field], apres: apres[field] }]),
  );
}

/**
 * Whether the change would leave nobody to administer the service.
 * @param administrateurs ids of the active administrators
 */
export function removesLastAdministrateur(
  compteId: string,
  apres: ModificationCompte,
  administrateurs: readonly string[],
): boolean {
  const remains = apres.actif && apres.role === 'administrateur';
  return !remains && administrateurs.every((id) => id === compteId) && administrateurs.includes(compteId);
}

/** Other rights, or none: what the open sessions allow is no longer true. */
export function closesSessions(changements: Changements): boolean {
  return (
    changements.role !== undefined ||
    changements.academies !== undefined ||
    changements.actif?.apres === false
  );
}
