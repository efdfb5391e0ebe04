import type { CodeCertification } from '../match-result.ts';
import type { Indicateur, TypeTerritoire } from './chiffres.ts';
import { couvrirFormation, type ContexteCouverture, type FormationACouvrir } from './couvrir.ts';
import type { IndexIndicateurs } from './rattacher.ts';

/** A place and a code whose figures may be wanted. */
export interface PaireCherchee {
  readonly territoire: TypeTerritoire;
  /** Empty for France. */
  readonly codeTerritoire: string;
  readonly code: CodeCertification;
}

const NONE: readonly Indicateur[] = [];

/** Everything that the attachment of a formation may ask for, each pair once: what it asks when nothing answers. */
export function pairesCherchees(
  formation: FormationACouvrir,
  contexte: Omit<ContexteCouverture, 'indicateurs'>,
): readonly PaireCherchee[] {
  const paires = new Map<string, PaireCherchee>();
  const indicateurs: IndexIndicateurs = {
    at: (territoire, codeTerritoire, code) => {
      paires.set(keyOf(territoire, codeTerritoire, code), { territoire, codeTerritoire, code });
      return NONE;
    },
  };
  couvrirFormation(formation, { ...contexte, indicateurs });
  return [...paires.values()];
}

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
