import { CONNECTORS, type Setting } from '#sources';
import { Secret } from './secret.ts';

/** What an installation says of the services it calls: secrets apart from the rest, both by name. */
export interface ConnectorValues {
  readonly secrets: Readonly<Record<string, Secret>>;
  readonly reglages: Readonly<Record<string, string>>;
}

const byName = (settings: readonly Setting[]): ReadonlyMap<string, Setting> =>
  new Map(settings.map((setting) => [setting.nom, setting]));

const SECRETS = byName(CONNECTORS.flatMap(({ identifiants }) => identifiants));
const REGLAGES = byName(CONNECTORS.flatMap(({ reglages }) => reglages));

/** How the variables of the services begin: another name that begins so is a typing error. */
export const CONNECTOR_PREFIXES = [
  'API_ENTREPRISE_',
  'BCN_',
  'CATALOGUE_APPRENTISSAGE_',
  'CERTIFINFO_',
  'CPF_',
  'INSERJEUNES_',
  'INSERSUP_',
  'ONISEP_',
  'ORGANISMES_FORMATION_',
  'QUIFORME_',
] as const;

/** Whether a connector reads this variable. */
export const isConnectorVariable = (name: string): boolean => SECRETS.has(name) || REGLAGES.has(name);

/** Whether a name is none of ours, and looks like one of a connector's. */
export const looksLikeConnectorVariable = (name: string): boolean =>
  CONNECTOR_PREFIXES.some((prefix) => name.startsWith(prefix)) && !isConnectorVariable(name);

/**
 * Reads the variables of the connectors. All may be absent: a source whose credentials are not given is not called,
 * and says which are missing.
 * @returns what is wrong, by name, without a value.
 */
export function readConnectorVariables(source: Readonly<Record<string, string | undefined>>): {
  values: ConnectorValues;
  problems: string[];
} {
  const problems: string[] = [];
  const secrets: Record<string, Secret> = {};
  const reglages: Record<string, string> = {};
  for (const nom of SECRETS.keys()) {
    const value = source[nom]?.trim() ?? '';
    if (value !== '') secrets[nom] = new Secret(value);
  }
  for (const [nom, { valeurs }] of REGLAGES) {
    const value = source[nom]?.trim() ?? '';
    if (value === '') continue;
    if (valeurs !== undefined && !valeurs.includes(value)) {
      problems.push(`${nom} : attendu ${valeurs.join(' ou ')}`);
    } else if (nom.endsWith('_URL') && !URL.canParse(value)) {
      problems.push(`${nom} : attendu une adresse https://…`);
    } else reglages[nom] = value;
  }
  return { values: { secrets, reglages }, problems };
}
