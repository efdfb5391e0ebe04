import { SourceAccessError } from './http-errors.ts';

/** A value that an installation gives by name: an address, a choice or a secret. */
export interface Setting {
  /** Such as `INSERJEUNES_URL`. */
  readonly nom: string;
  readonly libelle: string;
  /** Null when the installation must give it before it is used. */
  readonly defaut: string | null;
  /** The values that it may take, where it is a choice; the first is the default. */
  readonly valeurs?: readonly string[];
  /** It is needed only where this other setting has this value; always, when absent. */
  readonly si?: { readonly reglage: string; readonly valeur: string };
}

export type Values = Readonly<Record<string, string | undefined>>;

/**
 * Reads values by name. One that is missing is an error only when it is asked for: a connector has often two ways
 * of which an installation uses one. The message names it and holds no value.
 */
export function readSettings(
  source: string,
  settings: readonly Setting[],
  values: Values,
): (nom: string) => string {
  const byName = new Map(settings.map((setting) => [setting.nom, setting]));
  return (nom) => {
    const setting = byName.get(nom);
    if (setting === undefined) throw new Error(`${source} does not declare the setting ${nom}`);
    const value = values[nom]?.trim() ?? '';
    if (value !== '') return value;
    if (setting.defaut !== null) return setting.defaut;
    throw new SourceAccessError(`${source} : ${nom} n'est pas renseigné (${setting.libelle}).`, { source });
  };
}

/** The names of the secrets that a connector needs, under these settings, and that are not given. */
export function missingSecrets(
  identifiants: readonly Setting[],
  reglages: readonly Setting[],
  given: (nom: string) => string | undefined,
): string[] {
  const isEmpty = (value: string | undefined): boolean => value === undefined || value.trim() === '';
  const chosen = (nom: string): string | null => {
    const value = given(nom)?.trim() ?? '';
    return value === '' ? (reglages.find((reglage) => reglage.nom === nom)?.defaut ?? null) : value;
  };
  return identifiants
    .filter(({ si }) => si === undefined || chosen(si.reglage) === si.valeur)
    .map(({ nom }) => nom)
    .filter((nom) => isEmpty(given(nom)));
}

/** A base address without its last slash, so that paths are appended alike. */
export function baseUrl(value: string): string {
  return value.replace(/\/+$/, '');
}
