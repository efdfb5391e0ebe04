import type { CodeCertification } from '../match-result.ts';
import type { Indicateur, TypeTerritoire } from './chiffres.ts';
import { academieDe, couvrirFormation, type ContexteCouverture, type FormationACouvrir } from './couvrir.ts';
import type { LieuxDeFormation } from './lieux.ts';
import type { IndexIndicateurs } from './rattacher.ts';
import { regionOf } from './territoire.ts';

/** A place and a code whose figures may be wanted. */
export interface PaireCherchee {
  readonly territoire: TypeTerritoire;
  /** Empty for France. */
  readonly codeTerritoire: string;
  readonly code: CodeCertification;
}

const NONE: readonly Indicateur[] = [];

/**
 * Every code that the attachment of a formation may ask for, wherever it is taught: what it asks when nothing answers.
 * The same for all the formations that ask the same question.
 */
export function codesCherches(
  formation: FormationACouvrir,
  contexte: Omit<ContexteCouverture, 'indicateurs'>,
): readonly CodeCertification[] {
  const codes = new Set<CodeCertification>();
  const indicateurs: IndexIndicateurs = {
    at: (_territoire, _codeTerritoire, code) => {
      codes.add(code);
      return NONE;
    },
  };
  couvrirFormation({ ...formation, lieux: QUELQUE_PART }, { ...contexte, indicateurs });
  return [...codes];
}

/** Everything that the attachment of a formation may ask for: its codes at its places, in its region and in France. */
export function pairesCherchees(
  formation: FormationACouvrir,
  codes: readonly CodeCertification[],
): readonly PaireCherchee[] {
  const { lieux } = formation;
  const uais = new Set(lieuxConnus(lieux));
  const region = regionOf(academieDe(formation));
  return codes.flatMap((code) => [
    ...[...uais].map((uai) => ({ territoire: 'etablissement' as const, codeTerritoire: uai, code })),
    ...(region === null ? [] : [{ territoire: 'region' as const, codeTerritoire: region, code }]),
    { territoire: 'france' as const, codeTerritoire: '', code },
  ]);
}

function lieuxConnus({
  uai,
  uaiComposante,
  uaiAffectation,
  uaiGestionnaire,
  uaiFormateur,
  uaiMere,
}: LieuxDeFormation): string[] {
  const named = [uai, uaiComposante, uaiAffectation, uaiGestionnaire, uaiFormateur, uaiMere];
  return named.filter((each) => each !== null);
}

const QUELQUE_PART: LieuxDeFormation = {
  uai: '*',
  uaiComposante: null,
  uaiAffectation: null,
  uaiGestionnaire: null,
  uaiFormateur: null,
  uaiMere: null,
};

/** Looks published lines up by place and code. */
export function indexerIndicateurs(
  lignes: Iterable<Indicateur>,
): IndexIndicateurs & { of(paire: PaireCherchee): readonly Indicateur[] } {
  const byKey = new Map<string, Indicateur[]>();
  for (const ligne of lignes) {
    const key = keyOf(ligne.territoire, ligne.codeTerritoire, ligne.codeCertification);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [ligne]);
    else known.push(ligne);
  }
  const at: IndexIndicateurs['at'] = (territoire, codeTerritoire, code) =>
    byKey.get(keyOf(territoire, codeTerritoire, code)) ?? NONE;
  return { at, of: ({ territoire, codeTerritoire, code }) => at(territoire, codeTerritoire, code) };
}

function keyOf(territoire: TypeTerritoire, codeTerritoire: string, code: CodeCertification): string {
  return `${territoire} ${codeTerritoire} ${code}`;
}
