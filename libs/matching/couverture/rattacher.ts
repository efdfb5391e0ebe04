import type { Voie } from '../formation.ts';
import type { CodeCertification } from '../match-result.ts';
import type {
  Chemin,
  ChiffresTrouves,
  Indicateur,
  Lieu,
  SourceChiffres,
  TypeDonnee,
  TypeTerritoire,
} from './chiffres.ts';
import { isCouvert } from './chiffres.ts';
import { voisinsOf, type ContexteCodes } from './codes-chiffres.ts';
import { lieuxOf, type LieuxDeFormation } from './lieux.ts';
import type { Piste } from './pistes.ts';

/** The published figures, by place and code. */
export interface IndexIndicateurs {
  /** Lines of a code at a place, in any order; empty when there is none. `codeTerritoire` is empty for France. */
  at(territoire: TypeTerritoire, codeTerritoire: string, code: CodeCertification): readonly Indicateur[];
}

export interface ContexteRattachement extends ContexteCodes {
  readonly indicateurs: IndexIndicateurs;
}

/** What the row says of where and how it is taught. */
export interface FormationARattacher {
  readonly voie: Voie | null;
  /** Where the figures of a code may have been published, in the order they are tried. */
  readonly lieuxDe: (code: CodeCertification) => readonly Lieu[];
}

/** The order of places is the same for all the codes of higher education, and for all the others. */
export function formationARattacher(lieux: LieuxDeFormation, voie: Voie | null): FormationARattacher {
  const known = new Map<boolean, readonly Lieu[]>();
  return {
    voie,
    lieuxDe: (code) => {
      const sise = code.startsWith('SISE:');
      let ordered = known.get(sise);
      if (ordered === undefined) known.set(sise, (ordered = lieuxOf(lieux, voie, code)));
      return ordered;
    },
  };
}

/** What one way found: the figures of each certification that has some. */
export interface Rattachement {
  readonly piste: Piste;
  readonly trouves: readonly { certification: CodeCertification; chiffres: readonly ChiffresTrouves[] }[];
}

const PRINCIPALES: readonly SourceChiffres[] = ['inserjeunes', 'insersup'];

/**
 * Tries the ways in their order and stops at the first that has figures, even withheld ones: a later way is another
 * reading of the row, never a second chance for figures that are too few.
 */
export function rattacher(
  formation: FormationARattacher,
  pistes: readonly Piste[],
  contexte: ContexteRattachement,
): Rattachement | null {
  for (const piste of pistes) {
    const { chemin, inverse } = piste;
    const trouves: Rattachement['trouves'][number][] = [];
    for (const { certification, codes } of piste.certifications) {
      const chiffres = chiffresOf(formation, { chemin, inverse, certification, codes }, contexte);
      if (chiffres.length > 0) trouves.push({ certification, chiffres });
    }
    if (trouves.length > 0) return { piste, trouves };
  }
  return null;
}

interface Recherche {
  readonly chemin: Chemin;
  readonly inverse: boolean;
  readonly certification: CodeCertification;
  readonly codes: readonly CodeCertification[];
}

/** The figures of a certification at the first of its places that has some; one element a code that has figures. */
export function chiffresOf(
  formation: FormationARattacher,
  recherche: Recherche,
  contexte: ContexteRattachement,
): readonly ChiffresTrouves[] {
  const sise = recherche.codes.filter((code) => code.startsWith('SISE:'));
  const others = recherche.codes.filter((code) => !code.startsWith('SISE:'));
  for (const codes of [others, sise]) {
    const [first] = codes;
    if (first === undefined) continue;
    const sauts: Lieu[] = [];
    for (const lieu of formation.lieuxDe(first)) {
      const here = chiffresAt(lieu, codes, recherche, sauts, formation.voie, contexte);
      if (here.length > 0) return here;
      sauts.push(lieu);
    }
  }
  return [];
}

/** Own figures always win; else the most recent along the chain of 1–1 successions, the nearest when equal. */
function chiffresAt(
  lieu: Lieu,
  codes: readonly CodeCertification[],
  recherche: Recherche,
  sauts: readonly Lieu[],
  voie: Voie | null,
  contexte: ContexteRattachement,
): readonly ChiffresTrouves[] {
  const present = (
    codeDemande: CodeCertification,
    indicateur: Indicateur,
    type: TypeDonnee,
  ): ChiffresTrouves => trouve(recherche, codeDemande, indicateur, type, { lieu, sauts: [...sauts] });
  const at = (code: CodeCertification): Indicateur | null =>
    newest(contexte.indicateurs.at('etablissement', lieu.uai, code), PRINCIPALES, voie);
  const own = codes.flatMap((code) => {
    const indicateur = at(code);
    return indicateur === null ? [] : [present(code, indicateur, 'self')];
  });
  if (own.length > 0) return own;
  const neighbours = codes.flatMap((code) => {
    const best = newestNeighbour(code, at, contexte);
    return best === null ? [] : [present(code, best.indicateur, best.type)];
  });
  return distinctSources(neighbours);
}

function newestNeighbour(
  code: CodeCertification,
  at: (code: CodeCertification) => Indicateur | null,
  contexte: ContexteCodes,
): { indicateur: Indicateur; type: TypeDonnee } | null {
  let best: { indicateur: Indicateur; type: TypeDonnee } | null = null;
  for (const voisin of voisinsOf(code, contexte)) {
    const indicateur = at(voisin.code);
    if (indicateur === null) continue;
    if (best === null || indicateur.annee > best.indicateur.annee) best = { indicateur, type: voisin.type };
  }
  return best;
}

/** Two codes that were followed to the same figures have them once. */
function distinctSources(trouves: readonly ChiffresTrouves[]): readonly ChiffresTrouves[] {
  const byCode = new Map(trouves.map((each) => [each.provenance.codeDonnee, each]));
  return [...byCode.values()];
}

/** Figures of a larger place, for a certification that has none to show at its establishments. */
export function repliOf(
  formation: FormationARattacher,
  pistes: readonly Piste[],
  region: string | null,
  contexte: ContexteRattachement,
): ChiffresTrouves | null {
  const places: [TypeTerritoire, string][] = region === null ? [] : [['region', region]];
  for (const [territoire, codeTerritoire] of [...places, ['france', ''] as [TypeTerritoire, string]]) {
    for (const { chemin, inverse, certifications } of pistes) {
      // Among several certifications, a regional figure would choose for the reader.
      const [only, ...others] = certifications;
      if (only === undefined || others.length > 0) continue;
      const found = repliAt(
        territoire,
        codeTerritoire,
        { chemin, inverse, ...only },
        formation.voie,
        contexte,
      );
      if (found !== null) return found;
    }
  }
  return null;
}

function repliAt(
  territoire: TypeTerritoire,
  codeTerritoire: string,
  recherche: Recherche,
  voie: Voie | null,
  contexte: ContexteRattachement,
): ChiffresTrouves | null {
  const at = (code: CodeCertification): Indicateur | null => {
    const indicateur = newest(contexte.indicateurs.at(territoire, codeTerritoire, code), PRINCIPALES, voie);
    return indicateur !== null && isCouvert(indicateur.chiffres) ? indicateur : null;
  };
  const own = recherche.codes.flatMap((code) => {
    const indicateur = at(code);
    return indicateur === null ? [] : [trouve(recherche, code, indicateur, 'self', null)];
  });
  if (own.length > 0) return own.length === 1 ? (own[0] ?? null) : null;
  const [code, ...others] = recherche.codes;
  if (code === undefined || others.length > 0) return null;
  const best = newestNeighbour(code, at, contexte);
  return best === null ? null : trouve(recherche, code, best.indicateur, best.type, null);
}

/** A rate of the SIES for a SISE diploma, at the first of its places that has one. */
export function tauxSiesOf(
  formation: FormationARattacher,
  recherche: Recherche,
  source: 'sies_passage' | 'sies_reussite',
  { indicateurs }: ContexteRattachement,
): { taux: number; provenance: ChiffresTrouves['provenance'] } | null {
  for (const code of recherche.codes) {
    if (!code.startsWith('SISE:')) continue;
    const sauts: Lieu[] = [];
    for (const lieu of formation.lieuxDe(code)) {
      const best = newest(indicateurs.at('etablissement', lieu.uai, code), [source], formation.voie);
      if (best?.taux != null) {
        const { provenance } = trouve(recherche, code, best, 'self', { lieu, sauts });
        return { taux: best.taux, provenance };
      }
      sauts.push(lieu);
    }
  }
  return null;
}

/**
 * The last vintage of some sources; among its lines, the row's own route, then figures that may be shown, then the
 * order of files and lines.
 */
export function newest(
  indicateurs: readonly Indicateur[],
  sources: readonly SourceChiffres[],
  voie: Voie | null,
): Indicateur | null {
  let best: Indicateur | null = null;
  for (const candidate of indicateurs) {
    if (!sources.includes(candidate.source)) continue;
    if (best === null || isBetter(candidate, best, voie)) best = candidate;
  }
  return best;
}

function isBetter(left: Indicateur, right: Indicateur, voie: Voie | null): boolean {
  if (left.annee !== right.annee) return left.annee > right.annee;
  const routes = Number(left.voie === voie) - Number(right.voie === voie);
  if (routes !== 0) return routes > 0;
  const shown = Number(isCouvert(left.chiffres)) - Number(isCouvert(right.chiffres));
  if (shown !== 0) return shown > 0;
  if (left.instantane !== right.instantane) return left.instantane < right.instantane;
  return left.ligne < right.ligne;
}

function trouve(
  recherche: Recherche,
  codeDemande: CodeCertification,
  indicateur: Indicateur,
  typeDonnee: TypeDonnee,
  at: { readonly lieu: Lieu; readonly sauts: readonly Lieu[] } | null,
): ChiffresTrouves {
  return {
    chiffres: indicateur.chiffres,
    provenance: {
      chemin: recherche.chemin,
      inverse: recherche.inverse,
      certification: recherche.certification,
      codeDemande,
      codeDonnee: indicateur.codeCertification,
      typeDonnee,
      voie: indicateur.voie,
      territoire: indicateur.territoire,
      codeTerritoire: indicateur.codeTerritoire,
      uaiDonnee: at?.lieu.uai ?? null,
      uaiDonneeType: at?.lieu.type ?? null,
      sauts: at?.sauts ?? [],
      source: indicateur.source,
      millesime: indicateur.millesime,
      instantane: indicateur.instantane,
      ligne: indicateur.ligne,
    },
  };
}
