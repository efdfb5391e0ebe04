import type { GivenCodes, Voie } from '../formation.ts';
import type { CodeCertification } from '../match-result.ts';
import type { Lieu, TypeLieu } from './chiffres.ts';

/** The establishments that a row names, and those that the repertories add to it. */
export interface LieuxDeFormation {
  /** UAI of the row, where the platform has one column only. */
  readonly uai: string | null;
  /** The three UAI of Parcoursup. */
  readonly uaiComposante: string | null;
  readonly uaiAffectation: string | null;
  readonly uaiGestionnaire: string | null;
  /** Of the catalogue de l'apprentissage. */
  readonly uaiFormateur: string | null;
  /** The UAI mère in ACCE, only when there is one and no other. */
  readonly uaiMere: string | null;
}

/** The route that the figures of a row are filed under: a MEF names the school one where the listing names none. */
export function voieDesChiffres(
  voie: Voie | null,
  { mef, mefstat11 }: Pick<GivenCodes, 'mef' | 'mefstat11'>,
): Voie | null {
  return voie ?? (mef !== null || mefstat11 !== null ? 'scolaire' : null);
}

type Named = readonly [TypeLieu, string | null];

/**
 * Where the figures of a formation may have been published, in the order they are tried; each establishment once.
 * Parcoursup: composante, affectation, gestionnaire, but the gestionnaire first for higher education, whose figures
 * universities give as a whole. Apprenticeship: lieu, formateur, gestionnaire. The mère comes last.
 */
export function lieuxOf(
  lieux: LieuxDeFormation,
  voie: Voie | null,
  code: CodeCertification,
): readonly Lieu[] {
  const sise = code.startsWith('SISE:');
  const parcoursup = lieux.uaiComposante !== null || lieux.uaiAffectation !== null;
  const gestionnaire: Named = ['gestionnaire', lieux.uaiGestionnaire];
  const own: readonly Named[] =
    parcoursup && lieux.uaiFormateur === null
      ? [
          ['composante', lieux.uaiComposante],
          ['affectation', lieux.uaiAffectation],
        ]
      : [[voie === 'apprentissage' ? 'lieu_formation' : 'inconnu', lieux.uai]];
  const formateur: Named = ['formateur', lieux.uaiFormateur];
  const ordered: readonly Named[] = sise
    ? [gestionnaire, ...own, formateur, ['mere', lieux.uaiMere]]
    : [...own, formateur, gestionnaire, ['mere', lieux.uaiMere]];
  const seen = new Set<string>();
  return ordered.flatMap(([type, uai]) => {
    if (uai === null || seen.has(uai)) return [];
    seen.add(uai);
    return [{ uai, type }];
  });
}
