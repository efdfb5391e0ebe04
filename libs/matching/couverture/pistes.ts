import type { Voie } from '../formation.ts';
import type { CodeCertification, CodeResolution, TypeCode } from '../match-result.ts';
import { CHEMINS, type Chemin } from './chiffres.ts';
import { codesChiffresOf, codesInverses, type ContexteCodes } from './codes-chiffres.ts';

/** One way to the figures: the certifications that it names, and what the figures call each of them. */
export interface Piste {
  readonly chemin: Chemin;
  readonly inverse: boolean;
  readonly certifications: readonly {
    readonly certification: CodeCertification;
    readonly codes: readonly CodeCertification[];
  }[];
}

/** What was kept for the formation, and by whom. */
export interface CodeRetenu {
  readonly code: CodeCertification;
  readonly par: 'appariement' | 'decision';
}

const CHEMIN_OF: Readonly<Record<TypeCode, Chemin>> = {
  CODECFD: 'normal',
  CODEMEF: 'normal',
  CODEMEFSTAT11: 'normal',
  CODESISE: 'normal',
  LISTE_RNCP: 'rncp',
  LISTE_IDEO: 'ideo',
  ID_RCO: 'cle_me',
};

/**
 * The ways to the figures of a row in the order they are tried: normal → RNCP → Idéo → clé ministères éducatifs →
 * what was kept → the same by the other route. A certification that was kept is the only one that the ways may lead to.
 */
export function pistesOf(
  resolutions: readonly CodeResolution[],
  voie: Voie | null,
  retenues: { readonly certifications: readonly CodeCertification[]; readonly par: CodeRetenu['par'] } | null,
  contexte: ContexteCodes,
): readonly Piste[] {
  const pistes: Piste[] = [];
  for (const chemin of CHEMINS) {
    const named =
      chemin === retenues?.par
        ? new Map(retenues.certifications.map((code) => [code, null]))
        : namedBy(resolutions, chemin);
    const kept = [...named].filter(
      ([certification]) => retenues === null || retenues.certifications.includes(certification),
    );
    if (kept.length === 0) continue;
    pistes.push({
      chemin,
      inverse: false,
      certifications: kept.map(([certification, possibles]) => ({
        certification,
        codes: narrowed(codesChiffresOf(certification, voie, contexte), possibles),
      })),
    });
  }
  return [...pistes, ...pistes.map((piste) => inverseOf(piste, voie, contexte))];
}

/** The codes as the row gives them, with nothing made of them: what the moment « codes donnés » looks up. */
export function pisteDesCodesDonnes(
  resolutions: readonly CodeResolution[],
  contexte: ContexteCodes,
): readonly Piste[] {
  const codes = resolutions.flatMap((resolution) => codeDonne(resolution, contexte));
  return codes.length === 0 ? [] : [{ chemin: 'normal', inverse: false, certifications: merged(codes) }];
}

/** Certifications of a way, each with what its codes allow (null: whatever its route allows). */
function namedBy(
  resolutions: readonly CodeResolution[],
  chemin: Chemin,
): Map<CodeCertification, readonly CodeCertification[] | null> {
  const named = new Map<CodeCertification, readonly CodeCertification[] | null>();
  for (const resolution of resolutions) {
    if (CHEMIN_OF[resolution.typeCertification] !== chemin) continue;
    const [only, ...others] = resolution.certifications;
    for (const certification of resolution.certifications) {
      const known = named.get(certification) ?? null;
      named.set(certification, known);
    }
    // A MEF says its dispositif, so fewer last years than the diploma has.
    if (only !== undefined && others.length === 0) {
      const known = named.get(only) ?? null;
      if (known === null || resolution.possibles.length < known.length) named.set(only, resolution.possibles);
    }
  }
  return named;
}

function narrowed(
  codes: readonly CodeCertification[],
  possibles: readonly CodeCertification[] | null,
): readonly CodeCertification[] {
  if (possibles === null) return codes;
  const kept = codes.filter((code) => !code.startsWith('MEFSTAT11:') || possibles.includes(code));
  return kept.length === 0 ? codes : kept;
}

function inverseOf(piste: Piste, voie: Voie | null, contexte: ContexteCodes): Piste {
  return {
    chemin: piste.chemin,
    inverse: true,
    certifications: piste.certifications.map(({ certification }) => ({
      certification,
      codes: codesInverses(certification, voie, contexte),
    })),
  };
}

function codeDonne(
  { typeCertification, valeur, certifications }: CodeResolution,
  { graphe }: ContexteCodes,
): { certification: CodeCertification; code: CodeCertification }[] {
  const certification = certifications[0];
  if (certification === undefined) return [];
  switch (typeCertification) {
    case 'CODECFD':
      return [{ certification, code: `CFD:${valeur}` }];
    case 'CODESISE':
      return [{ certification, code: `SISE:${valeur}` }];
    case 'CODEMEFSTAT11':
      return [{ certification, code: `MEFSTAT11:${valeur}` }];
    case 'CODEMEF': {
      const mefstat11 = graphe.liens('MEF', valeur.slice(0, 10))[0]?.mefstat11 ?? null;
      return mefstat11 === null ? [] : [{ certification, code: `MEFSTAT11:${mefstat11}` }];
    }
    default:
      return [];
  }
}

function merged(
  codes: readonly { certification: CodeCertification; code: CodeCertification }[],
): Piste['certifications'] {
  const byCertification = new Map<CodeCertification, CodeCertification[]>();
  for (const { certification, code } of codes) {
    const known = byCertification.get(certification);
    if (known === undefined) byCertification.set(certification, [code]);
    else if (!known.includes(code)) known.push(code);
  }
  return [...byCertification].map(([certification, list]) => ({ certification, codes: list }));
}
