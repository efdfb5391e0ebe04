import { z } from 'zod';

/** A key as a browser names it: Entrée, or one character that is neither a space nor a digit, letters without case. */
const touche = z
  .string()
  .refine((key) => key === 'Enter' || (/^[^\s\d]$/u.test(key) && key === key.toLowerCase()), {
    error: '« Enter », ou un seul caractère, ni espace ni chiffre, en minuscule',
  })
  .nullable();

/** The keys of the review: one an action, null where it has none; `choisir` says whether digits choose a candidate. */
const touches = z
  .strictObject({
    choisir: z.boolean(),
    accepter: touche,
    aucune: touche,
    incertain: touche,
    passer: touche,
    annuler: touche,
    chercher: touche,
    similaires: touche,
    contexte: touche,
    aide: touche,
  })
  .refine(
    ({ choisir: _, ...keys }) => {
      const used = Object.values(keys).filter((key) => key !== null);
      return new Set(used).size === used.length;
    },
    { error: 'deux actions ne peuvent pas avoir la même touche' },
  );

/** What someone has set for themselves; null where they have set nothing. */
export const preferencesSchema = z.strictObject({
  raccourcis: z.strictObject({ actifs: z.boolean(), touches }).nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
