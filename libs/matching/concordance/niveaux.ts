import type { NiveauRecord, ReferenceData } from '../reference-data.ts';
import { niveauOf, type Diplome } from './diplomes.ts';
import { rowsByKey } from './vintages.ts';

/** Reads the family and the level of a diploma from N_NIVEAU_FORMATION_DIPLOME. */
export interface Niveaux {
  /** "BREVET DE TECHNICIEN SUPERIEUR"; null where the table has no such level. */
  famille(niveau: string): string | null;
  /** The family's short label, `BTS`; null where the table has no such level. */
  sigle(niveau: string): string | null;
  /** Level of the national framework, 1 to 8; null outside it. */
  niveauQualification(diplome: Diplome): number | null;
}

/** A level by the first digit of the CFD (domain.md §1). */
const BY_FIRST_DIGIT: Readonly<Record<string, number>> = { 5: 3, 4: 4, 3: 5, 2: 6, 1: 7, 8: 8 };

/** Level of mentions complémentaires, whose CFD all begin with 010 whatever their level. */
const BY_MENTION_PREFIX: Readonly<Record<string, number>> = { '0102': 3, '0103': 4 };

/** Merges the vintages of N_NIVEAU_FORMATION_DIPLOME, the newest ruling. */
export function readNiveaux(reference: ReferenceData): Niveaux {
  const newest = rowsByKey(reference.n_niveau_formation_diplome, (row) => row.niveau);
  const first = (niveau: string): NiveauRecord | undefined => newest.get(niveau)?.[0];
  return {
    famille: (niveau) => first(niveau)?.libelle ?? first(niveau)?.libelleCourt ?? null,
    sigle: (niveau) => first(niveau)?.libelleCourt ?? null,
    niveauQualification: (diplome) => {
      for (const row of diplome.rows) {
        const level = levelOfCell(row.niveauQualification);
        if (level !== null) return level;
      }
      return (
        levelOfCell(first(niveauOf(diplome))?.niveauQualification ?? null) ??
        levelOfMention(diplome) ??
        BY_FIRST_DIGIT[diplome.cfd.charAt(0)] ??
        null
      );
    },
  };
}

/** `05` is level 5; `00` (outside), `99` (none) and `XX` (several) are no level. */
function levelOfCell(cell: string | null): number | null {
  const match = /^0?([1-8])$/.exec(cell ?? '');
  return match === null ? null : Number(match[1]);
}

/**
 * The label of a mention complémentaire says its level, in the nomenclature of 1969 (V, IV) until 2024 and
 * then in the European one; no mention ever was above level 4, so "III" and "MC3" are the new level 3.
 */
function levelOfMention(diplome: Diplome): number | null {
  if (!diplome.cfd.startsWith('010')) return null;
  const label = `${diplome.row.libelleCourt ?? ''} ${diplome.row.libelleLong200 ?? ''}`;
  if (/\bMC4\b|\bNIVEAU IV\b/.test(label)) return 4;
  if (/\bMC[35]\b|\bNIVEAU (?:V|III)\b/.test(label)) return 3;
  return BY_MENTION_PREFIX[diplome.cfd.slice(0, 4)] ?? null;
}
