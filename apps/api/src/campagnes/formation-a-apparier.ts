import type { CodesEtablissement, Formation, Plateforme } from '#matching';
import type { FormationRow } from '#sources';

/** What the engine reads of a catalogue row. The command line and the service must build it alike. */
export function formationAApparier(row: FormationRow, plateforme: Plateforme): Formation {
  return {
    plateforme,
    libelle: row.libelle,
    specialite: row.specialite,
    typeDiplome: row.typeDiplome,
    voie: row.voie,
    codes: row.codes,
  };
}

/** What a row says of the place where it is taught. */
export type LieuDeLigne = Pick<FormationRow, 'uai' | 'uaiComposante' | 'siret'>;

/**
 * The establishments of some rows, each once with all its codes, in a fixed order: the rows of one UAI are one
 * establishment, whatever else they give. The command line and the service must read them alike.
 */
export function etablissementsDesLignes(lignes: Iterable<LieuDeLigne>): CodesEtablissement[] {
  const found = new Map<string, Set<string>>();
  for (const { uai, uaiComposante, siret } of lignes) {
    const codes = [uai, uaiComposante, siret].filter((code) => code !== null);
    const [name] = codes;
    if (name === undefined) continue;
    const known = found.get(name) ?? new Set();
    found.set(name, known);
    for (const code of codes) known.add(code);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, codes]) => [...codes].sort());
}
