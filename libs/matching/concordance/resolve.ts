import type { CodeCertification, CodeResolution, TypeCode, Validite } from '../match-result.ts';
import type { Voie } from '../formation.ts';
import type { IsoDate } from '../reference-data.ts';
import { parseCfd } from '../codes/cfd.ts';
import { parseCleMe } from '../codes/cle-me.ts';
import { parseIdeo } from '../codes/ideo.ts';
import { readMef } from '../codes/mef.ts';
import { parseMefstat11 } from '../codes/mefstat11.ts';
import { parseRncp } from '../codes/rncp.ts';
import { parseSise } from '../codes/sise.ts';
import type { Concordance, ResolutionRequest } from './concordance.ts';
import type { LienConcordance, NatureLien, RouteAccess, TypeNoeud } from './links.ts';

/** What the resolution reads of the graph. */
export interface ResolutionGraph extends Pick<
  Concordance,
  'get' | 'situationALaRentree' | 'successeursOuverts' | 'possibles'
> {
  /** The most trusted edges of a code, sorted by certification. */
  meilleursLiens(type: TypeNoeud, code: string): readonly LienConcordance[];
  /** Whether the catalogue de l'apprentissage is among the tables. */
  readonly connaitLesCles: boolean;
}

type Anciennete = NonNullable<CodeResolution['anciennete']>;

const ANCIENNETES: Readonly<Record<NatureLien, Anciennete>> = {
  direct: 'self',
  indirect: 'self',
  predecesseur: 'ancien',
  successeur: 'nouveau',
};

interface Reached {
  readonly certification: CodeCertification;
  readonly anciennete: Anciennete;
}

/** What is left of the certifications that a code names, once the dates have spoken. */
interface Controlled {
  readonly reached: readonly Reached[];
  readonly controle: CodeResolution['controle'];
}

/**
 * Resolves every code of a row (domain.md §3), in the order CFD, MEF, MEFSTAT11, SISE, then the lists as
 * given. A clé ministères éducatifs is resolved last, and only where the catalogue de l'apprentissage is known:
 * without that table every key would be called unknown.
 */
export function resolveCodes(
  graph: ResolutionGraph,
  access: RouteAccess,
  request: ResolutionRequest,
): readonly CodeResolution[] {
  const { codes, voie, rentree } = request;
  const resolver = new Resolver(graph, access, voie, rentree);
  const resolutions: CodeResolution[] = [];
  if (codes.cfd !== null) resolutions.push(resolver.resolve('CODECFD', codes.cfd));
  if (codes.mef !== null) resolutions.push(resolver.resolve('CODEMEF', codes.mef));
  if (codes.mefstat11 !== null) resolutions.push(resolver.resolve('CODEMEFSTAT11', codes.mefstat11));
  if (codes.sise !== null) resolutions.push(resolver.resolve('CODESISE', codes.sise));
  for (const rncp of codes.rncp) resolutions.push(resolver.resolve('LISTE_RNCP', rncp));
  for (const ideo of codes.ideo) resolutions.push(resolver.resolve('LISTE_IDEO', ideo));
  if (codes.cleMe !== null && graph.connaitLesCles) resolutions.push(resolver.resolve('ID_RCO', codes.cleMe));
  return resolutions;
}

class Resolver {
  constructor(
    private readonly graph: ResolutionGraph,
    private readonly access: RouteAccess,
    private readonly voie: Voie | null,
    private readonly rentree: IsoDate,
  ) {}

  resolve(type: TypeCode, valeur: string): CodeResolution {
    const named = this.named(type, valeur);
    if (named.length === 0) {
      return {
        typeCertification: type,
        valeur,
        validite: 'Non valide - Code inconnu',
        anciennete: null,
        appariement: null,
        controle: 'non trouvé',
        certifications: [],
        possibles: [],
      };
    }
    const { reached, controle } = this.control(named);
    const certifications = reached.map(({ certification }) => certification);
    const validite: Validite =
      certifications.length === 1 ? 'Valide' : 'Non valide - Plusieurs codes certification associés';
    const possibles = certifications.flatMap((certification) => this.possibles(type, valeur, certification));
    return {
      typeCertification: type,
      valeur,
      validite,
      anciennete: reached[0]?.anciennete ?? null,
      appariement: this.appariement(possibles),
      controle,
      certifications,
      possibles: [...new Set(possibles)],
    };
  }

  /** Certifications that a code names, before any date has a say. */
  private named(type: TypeCode, valeur: string): readonly Reached[] {
    switch (type) {
      case 'CODECFD': {
        const cfd = parseCfd(valeur);
        const certification = cfd === null ? undefined : this.graph.get(`CFD:${cfd}`);
        return certification === undefined ? [] : [{ certification: certification.code, anciennete: 'self' }];
      }
      case 'CODEMEF':
      case 'CODEMEFSTAT11':
        return this.followed(...mefNodes(this.graph, type, valeur));
      case 'CODESISE':
        return this.followed('SISE', parseSise(valeur));
      case 'LISTE_RNCP':
        return this.followed('RNCP', parseRncp(valeur));
      case 'LISTE_IDEO':
        return this.followed('IDEO', parseIdeo(valeur));
      case 'ID_RCO':
        return this.followed('CLE_ME', parseCleMe(valeur));
    }
  }

  private followed(type: TypeNoeud, code: string | null): readonly Reached[] {
    if (code === null) return [];
    return this.graph
      .meilleursLiens(type, code)
      .map(({ certification, nature }) => ({ certification, anciennete: ANCIENNETES[nature] }));
  }

  /**
   * The CFD control. What is open at the rentrée stands as it is ("trouvé"). Else each closed certification
   * gives way to its open successors: "mis à jour" when all agree on one, "périmé" when there are several or
   * none, the closed one standing then for want of better. One that is to come stands: a label is published
   * before its code opens.
   */
  private control(named: readonly Reached[]): Controlled {
    const situations = named.map(({ certification }) =>
      this.graph.situationALaRentree(certification, this.rentree),
    );
    const open = named.filter((_, index) => situations[index] === 'ouverte');
    if (open.length > 0) return { reached: this.compatible(sortReached(open)), controle: 'trouvé' };
    const successors = named.flatMap(({ certification }, index) =>
      situations[index] === 'fermee' ? this.graph.successeursOuverts(certification, this.rentree) : [],
    );
    const renumbered = named.flatMap(({ certification }, index) =>
      situations[index] === 'a_venir' ? this.formerNumber(certification) : [],
    );
    const found = [
      ...successors.map((certification) => ({ certification, anciennete: 'nouveau' as const })),
      ...renumbered.map((certification) => ({ certification, anciennete: 'ancien' as const })),
    ];
    const replacements = sortReached(found);
    if (replacements.length === 1) return { reached: replacements, controle: 'mis à jour' };
    if (replacements.length > 1) return { reached: replacements, controle: 'périmé' };
    const toCome = named.filter((_, index) => situations[index] === 'a_venir');
    if (toCome.length > 0) return { reached: this.compatible(sortReached(toCome)), controle: 'trouvé' };
    return { reached: this.compatible(sortReached(named)), controle: 'périmé' };
  }

  /** The number in force of a diploma whose new number is not yet. */
  private formerNumber(certification: CodeCertification): readonly CodeCertification[] {
    const numbers = this.graph.get(certification)?.renumerotations ?? [];
    return numbers
      .map((cfd) => `CFD:${cfd}` as const)
      .filter((code) => this.graph.situationALaRentree(code, this.rentree) === 'ouverte');
  }

  /**
   * Of several certifications, those that the row's route can lead to: for the school route, those with a
   * MEF; for apprenticeship, all but those that Certif Info says closed to it. A test that leaves none is
   * not applied. It never chooses between the successors of a diploma that was split.
   */
  private compatible(reached: readonly Reached[]): readonly Reached[] {
    const { voie } = this;
    if (reached.length < 2 || voie === null) return reached;
    const kept = reached.filter(({ certification }) => {
      const known = this.graph.get(certification);
      if (known === undefined || known.cfd === null) return true;
      return voie === 'scolaire' ? known.voieScolaire : this.access.of(known.cfd, voie) !== false;
    });
    return kept.length > 0 ? kept : reached;
  }

  /** A MEF given by a school row says its own dispositif: its terminal year is the only possible one. */
  private possibles(
    type: TypeCode,
    valeur: string,
    certification: CodeCertification,
  ): readonly CodeCertification[] {
    const all = this.graph.possibles(certification, this.voie, this.rentree);
    if (this.voie !== 'scolaire' || all.length < 2 || (type !== 'CODEMEF' && type !== 'CODEMEFSTAT11'))
      return all;
    const prefix = dispositifOf(this.graph, type, valeur);
    const same =
      prefix === null ? [] : all.filter((code) => code.slice('MEFSTAT11:'.length).startsWith(prefix));
    return same.length > 0 ? same : all;
  }

  /** `inverse` when the school route has no code of its own and the figures must be sought by CFD. */
  private appariement(possibles: readonly CodeCertification[]): CodeResolution['appariement'] {
    const otherRoute = this.voie === 'scolaire' && possibles.every((code) => code.startsWith('CFD:'));
    return otherRoute ? 'inverse' : 'normal';
  }
}

/**
 * The node that a MEF cell names. Eleven characters in the MEF column may be Affelnet's MEF10 + "0" or a
 * MEFSTAT11, and the reverse happens too: what N_MEF knows decides, the column's own family first.
 */
function mefNodes(graph: ResolutionGraph, type: TypeCode, valeur: string): [TypeNoeud, string | null] {
  const mef = readMef(valeur)?.mef ?? null;
  const mefstat11 = parseMefstat11(valeur);
  const order: [TypeNoeud, string | null][] = [
    ['MEF', mef],
    ['MEFSTAT11', mefstat11],
  ];
  if (type === 'CODEMEFSTAT11') order.reverse();
  return (
    order.find(([node, code]) => code !== null && graph.meilleursLiens(node, code).length > 0) ?? [
      'MEF',
      null,
    ]
  );
}

/** First three characters of the row's MEFSTAT11, shared by every year of a dispositif. */
function dispositifOf(graph: ResolutionGraph, type: TypeCode, valeur: string): string | null {
  const [node, code] = mefNodes(graph, type, valeur);
  if (code === null) return null;
  if (node === 'MEFSTAT11') return code.slice(0, 3);
  return graph.meilleursLiens('MEF', code)[0]?.mefstat11?.slice(0, 3) ?? null;
}

function sortReached(reached: readonly Reached[]): readonly Reached[] {
  const best = new Map<CodeCertification, Reached>();
  for (const entry of reached) {
    const known = best.get(entry.certification);
    if (known === undefined || (known.anciennete !== 'self' && entry.anciennete === 'self')) {
      best.set(entry.certification, entry);
    }
  }
  return [...best.values()].sort((left, right) => (left.certification < right.certification ? -1 : 1));
}
