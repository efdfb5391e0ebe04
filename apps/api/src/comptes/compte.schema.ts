import { z } from 'zod';
import { ROLES } from '../common/auth/role.ts';
import { listQuerySchema } from '../common/list-query.ts';

const SORTS = ['identifiant', 'nom', 'role', 'actif', 'creeLe', 'derniereConnexionLe'] as const;
export type ComptesSort = (typeof SORTS)[number];

/** Long enough for any passphrase, short enough not to make argon2 read megabytes. */
const anyPassword = z.string().min(1).max(1024);

/** Sorted, once each: two lists of the same académies are the same scope. Null for all of them. */
const academies = z
  .array(z.string().trim().min(1).max(100))
  .min(1)
  .max(50)
  .transform((names): readonly string[] => [...new Set(names)].sort((a, b) => a.localeCompare(b, 'fr')))
  .nullable();

const nom = z.string().trim().min(1).max(120);

const identifiant = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/, {
    error: '3 à 64 caractères : lettres sans accent, chiffres, point, tiret, @ ou _',
  });

export const compteIdSchema = z.uuid();

/** What is typed to sign in is not judged by its shape: a wrong one is a failed sign-in like any other. */
export const ouvertureSessionSchema = z.object({
  identifiant: z.string().trim().toLowerCase().min(1).max(200),
  motDePasse: anyPassword,
});
export type OuvertureSession = z.infer<typeof ouvertureSessionSchema>;

export const changementMotDePasseSchema = z.object({ ancien: anyPassword, nouveau: anyPassword });
export type ChangementMotDePasseDto = z.infer<typeof changementMotDePasseSchema>;

export const nouveauCompteSchema = z.object({
  identifiant,
  nom,
  role: z.enum(ROLES),
  academies: academies.default(null),
});
export type NouveauCompteDto = z.infer<typeof nouveauCompteSchema>;

export const modificationCompteSchema = z.object({
  nom,
  role: z.enum(ROLES),
  actif: z.boolean(),
  /** Absent: left as they are. */
  academies: academies.optional(),
});
export type ModificationCompteDto = z.infer<typeof modificationCompteSchema>;

export const comptesListQuery = listQuerySchema({
  sort: SORTS,
  defaultSort: 'identifiant',
  id: z.uuid(),
  filter: {
    q: z.string().max(200).optional(),
    role: z.enum(ROLES).optional(),
    actif: z.boolean().optional(),
  },
});
export type ComptesListQuery = z.infer<typeof comptesListQuery>;

export const sessionSchema = z.object({
  compteId: z.uuid(),
  identifiant: z.string(),
  nom: z.string(),
  role: z.enum(ROLES),
  academies: z.array(z.string()).readonly().nullable(),
  doitChangerMotDePasse: z.boolean(),
});
export type SessionDto = z.infer<typeof sessionSchema>;

export const compteSchema = z.object({
  id: z.uuid(),
  identifiant: z.string(),
  nom: z.string(),
  role: z.enum(ROLES),
  academies: z.array(z.string()).readonly().nullable(),
  actif: z.boolean(),
  creeLe: z.iso.datetime(),
  derniereConnexionLe: z.iso.datetime().nullable(),
});
export type CompteDto = z.infer<typeof compteSchema>;

export const compteCreeSchema = compteSchema.extend({ motDePasseProvisoire: z.string() });
export type CompteCreeDto = z.infer<typeof compteCreeSchema>;

export const reinitialisationSchema = z.object({ motDePasseProvisoire: z.string() });
export type ReinitialisationDto = z.infer<typeof reinitialisationSchema>;
