import type { Formation } from '../formation.ts';
import { FAMILLES } from './famille-lexicon.ts';
import { canonicalText } from './fold.ts';
import { readFamilles, rulingFamille } from './read-famille.ts';

/** The kind of diploma that a catalogue row announces, before any matching. */
export interface TypeDiplome {
  /** As the catalogue writes it, blanks collapsed: its own column, else LIBFORMATION for Parcoursup; or null. */
  readonly type: string | null;
  /** The family that the column or the labels name: "BTS", "CAP"; or null. */
  readonly famille: string | null;
  /** Level of the national framework, 3 to 8, where the family has one only; or null. */
  readonly niveau: number | null;
}

/** First digit of a CFD → level of the national framework (domain.md §1). */
const NIVEAU_DU_CHIFFRE: Readonly<Record<string, number>> = {
  '5': 3,
  '4': 4,
  '3': 5,
  '2': 6,
  '1': 7,
  '8': 8,
};

/** Level of each family whose plain readings all have the same. */
const NIVEAU_DE_FAMILLE: ReadonlyMap<string, number | null> = new Map(
  FAMILLES.map(({ nom, niveaux }) => {
    // The types of SISE, two letters, say no level.
    const plain = Object.entries(niveaux).filter(
      ([pattern, weight]) => weight === 1 && !/^[A-Z]/.test(pattern),
    );
    const digits = new Set(plain.map(([pattern]) => NIVEAU_DU_CHIFFRE[pattern.charAt(0)] ?? null));
    return [nom, digits.size === 1 ? ([...digits][0] ?? null) : null];
  }),
);

/**
 * Reads the type of diploma, its family and its level off a catalogue row.
 *
 * @example readTypeDiplome({ plateforme: 'parcoursup', libelle: 'BTS - Services', specialite: 'Tourisme', typeDiplome: null })
 * // { type: 'BTS - Services', famille: 'BTS', niveau: 5 }
 */
export function readTypeDiplome(
  formation: Pick<Formation, 'plateforme' | 'libelle' | 'specialite' | 'typeDiplome'>,
): TypeDiplome {
  const { plateforme, libelle, specialite, typeDiplome } = formation;
  const given = typeDiplome ?? (plateforme === 'parcoursup' ? libelle : null);
  const famille =
    [typeDiplome, libelle, specialite]
      .map((text) => (text === null ? null : rulingFamille(readFamilles(canonicalText(text)))))
      .find((found) => found !== null)?.nom ?? null;
  const type = (given ?? famille ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    type: type === '' ? null : type,
    famille,
    niveau: famille === null ? null : (NIVEAU_DE_FAMILLE.get(famille) ?? null),
  };
}
