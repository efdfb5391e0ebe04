import type { LigneListePublique, OrganismeView, SiretEtablissement } from './etablissement-detail.query.ts';

/** A thing on which two sources differ, with what each says. */
export interface DesaccordEtablissement {
  readonly sujet: 'siret' | 'declaration' | 'qualiopi_apprentissage' | 'qualiopi_formation';
  readonly siret: string | null;
  readonly versions: readonly { readonly source: string; readonly dit: string }[];
}

/** Where the sources contradict each other on an establishment. Neither is right by rule: both are shown. */
export function desaccordsOf(
  sirets: readonly SiretEtablissement[],
  organismes: readonly OrganismeView[],
  liste: readonly LigneListePublique[],
): DesaccordEtablissement[] {
  return [...pairs(sirets), ...organismes.filter(({ connu }) => connu).flatMap((one) => against(one, liste))];
}

/** Each source names one SIRET at least: they differ when none is common to all of them. */
function pairs(sirets: readonly SiretEtablissement[]): DesaccordEtablissement[] {
  const sources = new Set(sirets.flatMap((one) => one.sources.map(({ source }) => source)));
  const common = sirets.some((one) => new Set(one.sources.map(({ source }) => source)).size === sources.size);
  if (sources.size < 2 || common) return [];
  const versions = sirets.flatMap(({ siret, sources: said }) =>
    [...new Set(said.map(({ source }) => source))].map((source) => ({ source, dit: siret })),
  );
  return [{ sujet: 'siret', siret: null, versions }];
}

function against(organisme: OrganismeView, liste: readonly LigneListePublique[]): DesaccordEtablissement[] {
  const { siret, declarations } = organisme;
  const own = liste.filter((line) => line.siret === siret || line.siren === siret.slice(0, 9));
  const found: DesaccordEtablissement[] = [];
  const active = declarations.some((one) => one.active === true);
  const inactive = declarations.length > 0 && declarations.every((one) => one.active === false);
  if ((active && own.length === 0) || (inactive && own.length > 0)) {
    const versions = [
      { source: 'quiforme', dit: active ? 'active' : 'inactive' },
      { source: 'organismes_formation', dit: own.length > 0 ? 'presente' : 'absente' },
    ];
    found.push({ sujet: 'declaration', siret, versions });
  }
  for (const [sujet, flag] of ACTIONS) {
    const said = agreed(declarations.map(({ qualiopi }) => qualiopi[flag]));
    const listed = agreed(own.map(({ certifications }) => certifications[flag]));
    if (said === null || listed === null || said === listed) continue;
    const versions = [
      { source: 'quiforme', dit: said ? 'oui' : 'non' },
      { source: 'organismes_formation', dit: listed ? 'oui' : 'non' },
    ];
    found.push({ sujet, siret, versions });
  }
  return found;
}

const ACTIONS = [
  ['qualiopi_apprentissage', 'apprentissage'],
  ['qualiopi_formation', 'formation'],
] as const;

/** Yes as soon as one says yes, no when all say no, null when nobody tells. */
function agreed(flags: readonly (boolean | null)[]): boolean | null {
  if (flags.includes(true)) return true;
  return flags.length > 0 && flags.every((flag) => flag === false) ? false : null;
}
