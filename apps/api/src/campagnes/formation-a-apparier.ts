import type { Formation, Plateforme } from '#matching';
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
