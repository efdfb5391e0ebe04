import { academieOfUai, parseAcademie, readTypeDiplome, type Plateforme } from '#matching';
import type { FormationRow } from '#sources';
import { searchText } from '../campagnes/search-text.ts';

/**
 * What rules read of a formation. Texts are folded (no accent, no case), so that the database and the memory compare
 * the same characters; an absent text is empty.
 */
export interface FaitsFormation {
  readonly plateforme: string;
  readonly typeDiplome: string;
  readonly famille: string;
  readonly voie: string;
  /** Code of the académie, or empty. */
  readonly academie: string;
  readonly libelle: string;
  readonly specialite: string;
  readonly etablissement: string;
  readonly commune: string;
  readonly uai: string;
  readonly cfd: string;
  readonly mef: string;
  readonly rncp: readonly string[];
  readonly niveau: number | null;
  readonly capacite: number | null;
  readonly voeux: number | null;
}

/** A formation's place on the axes of the reports, and what rules read of it. */
export interface AxesFormation {
  /** As shown: the catalogue's own words. */
  readonly typeDiplome: string | null;
  readonly academie: string | null;
  readonly faits: FaitsFormation;
}

/** Text as rules compare it. */
export const fold = (text: string | null): string =>
  searchText([text]).replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();

/** Reads off a catalogue row what rules and reports need. */
export function axesOf(row: FormationRow, plateforme: Plateforme): AxesFormation {
  const { type, famille, niveau } = readTypeDiplome({ ...row, plateforme });
  const academie =
    (row.academie === null ? null : parseAcademie(row.academie)) ??
    (row.uai === null ? null : academieOfUai(row.uai));
  return {
    typeDiplome: type,
    academie,
    faits: {
      plateforme,
      typeDiplome: fold(type),
      famille: fold(famille),
      voie: row.voie ?? '',
      academie: academie ?? '',
      libelle: fold(row.libelle),
      specialite: fold(row.specialite),
      etablissement: fold(row.etablissement),
      commune: fold(row.commune),
      uai: fold(row.uai),
      cfd: fold(row.codes.cfd),
      mef: fold(row.codes.mef),
      rncp: row.codes.rncp.map(fold),
      niveau,
      capacite: row.capacite,
      voeux: row.voeux,
    },
  };
}
